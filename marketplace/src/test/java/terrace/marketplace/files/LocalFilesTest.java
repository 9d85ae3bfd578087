package terrace.marketplace.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalFilesTest {

    @TempDir
    Path folder;

    @Test
    void a_file_can_be_stored_replaced_read_and_removed() throws IOException {
        var files = new LocalFiles(folder);
        files.put("papers/a-1.pdf", bytes("old"));
        files.put("papers/a-1.pdf", bytes("new"));
        assertThat(files.get("papers/a-1.pdf")).hasValue(bytes("new"));
        try (var left = Files.list(folder.resolve("papers"))) {
            assertThat(left).hasSize(1);
        }
        files.remove("papers/a-1.pdf");
        files.remove("papers/a-1.pdf");
        assertThat(files.get("papers/a-1.pdf")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../x", "a/../x", "/etc/passwd", "a//b", "A", "", "a\\b", "a b", "a/", "a..b", "con\r\n"})
    void a_key_that_could_lead_elsewhere_is_refused(String key) {
        var files = new LocalFiles(folder);
        assertThatThrownBy(() -> files.put(key, bytes("x"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> files.get(key)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_file_over_the_limit_is_refused() {
        var files = new LocalFiles(folder);
        assertThatThrownBy(() -> files.put("big", new byte[FileStore.FILE_BYTES_MAX + 1]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
