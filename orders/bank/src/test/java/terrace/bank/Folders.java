package terrace.bank;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Folders below target, gone with the next clean. */
final class Folders {
    private Folders() {}

    static Path temporary() throws IOException {
        return Files.createTempDirectory(Files.createDirectories(Path.of("target/books")), "book");
    }
}
