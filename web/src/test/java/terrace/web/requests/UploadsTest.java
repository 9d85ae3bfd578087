package terrace.web.requests;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.PrematureChannelClosureException;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
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

    @Test
    void only_so_many_files_come_at_once() {
        List<EmbeddedChannel> coming = new ArrayList<>();
        for (int i = 0; i < Gathering.UPLOADS_AT_ONCE_MAX; i++) {
            EmbeddedChannel channel = new EmbeddedChannel(new Gathering(true));
            channel.writeInbound(head());
            FullHttpResponse refused = channel.readOutbound();
            assertThat(refused).as("upload %d", i).isNull();
            coming.add(channel);
        }
        assertThat(refusal(head())).isEqualTo(HttpResponseStatus.TOO_MANY_REQUESTS);
        HttpRequest asking = head();
        asking.headers().set(HttpHeaderNames.EXPECT, HttpHeaderValues.CONTINUE);
        assertThat(refusal(asking)).as("is not let on").isEqualTo(HttpResponseStatus.TOO_MANY_REQUESTS);
        EmbeddedChannel whole = coming.getFirst();
        whole.writeInbound(new DefaultLastHttpContent());
        FullHttpRequest request = whole.readInbound();
        request.release();
        assertThat(refusal(head())).as("one has come, there is room again").isNull();
        hangUp(coming.removeLast());
        assertThat(refusal(head())).as("one has hung up").isNull();
        coming.forEach(UploadsTest::hangUp);
    }

    private static HttpRequest head() {
        HttpRequest head =
                new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/merchant/application/papers");
        head.headers().set(HttpHeaderNames.CONTENT_TYPE, "multipart/form-data; boundary=b");
        return head;
    }

    /** What one more is told at its head; null when the rest may come. */
    private static @Nullable HttpResponseStatus refusal(HttpRequest head) {
        EmbeddedChannel channel = new EmbeddedChannel(new Gathering(true));
        channel.writeInbound(head);
        FullHttpResponse answer = channel.readOutbound();
        HttpResponseStatus status = answer == null ? null : answer.status();
        hangUp(channel);
        return status;
    }

    private static void hangUp(EmbeddedChannel channel) {
        try {
            channel.finishAndReleaseAll();
        } catch (PrematureChannelClosureException torn) {
            // in the middle of a request, as it was meant
            channel.releaseOutbound();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
