package terrace.web.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class UploadsTest {
    private static final String FIELD = "--b\r\nContent-Disposition: form-data; name=\"number\"\r\n\r\n证 1\r\n";
    private static final String FILE = String.join(
            "\r\n",
            "--b",
            "Content-Disposition: form-data; name=\"file\"; filename=\"a.jpg\"",
            "Content-Type: image/jpeg",
            "",
            "\u0000",
            "--c",
            "\u00ff",
            "");

    @Test
    void fields_and_the_file_are_told_apart() {
        Upload upload = Uploads.parsed(bytes(FIELD + FILE + "--b--\r\n"), "b").orElseThrow();
        assertThat(upload.fields()).containsOnlyKeys("number").containsValue("证 1");
        assertThat(upload.file()).isEqualTo(bytes("\u0000\r\n--c\r\n\u00ff"));
    }

    @Test
    void an_empty_file_and_no_file_are_the_same() {
        assertThat(Uploads.parsed(bytes(FIELD + "--b--"), "b").orElseThrow().file())
                .isEmpty();
        String none = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\"\r\n\r\n\r\n--b--\r\n";
        Upload upload = Uploads.parsed(bytes(none), "b").orElseThrow();
        assertThat(upload.file()).isEmpty();
        assertThat(upload.fields()).isEmpty();
    }

    @Test
    void what_a_file_is_called_does_nothing() {
        for (String name : new String[] {"../../etc/passwd", "a\"; name=\"csrf", "x%0d%0aSet-Cookie: a=b", "文件.jpg"}) {
            String body = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                    + "\"\r\n\r\nabc\r\n--b--";
            Upload upload = Uploads.parsed(bytes(body), "b").orElseThrow();
            assertThat(upload.fields()).as(name).isEmpty();
            assertThat(upload.file()).isEqualTo(bytes("abc"));
        }
        String broken =
                "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\r\n\r\nname=\"csrf\"\r\n--b--";
        assertThat(Uploads.parsed(bytes(broken), "b").orElseThrow().fields()).isEmpty();
    }

    @Test
    void what_is_torn_or_endless_is_nothing() {
        String whole = FIELD + FILE + "--b--";
        for (int length = 0; length < whole.length() - 2; length += 7) {
            assertThat(Uploads.parsed(bytes(whole.substring(0, length)), "b")).isEmpty();
        }
        assertThat(Uploads.parsed(bytes(FIELD.repeat(30) + "--b--"), "b")).isEmpty();
        assertThat(Uploads.parsed(bytes("--b\r\nX: " + "y".repeat(3_000) + "\r\n\r\n\r\n--b--"), "b"))
                .isEmpty();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
