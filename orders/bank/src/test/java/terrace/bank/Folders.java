package terrace.bank;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import terrace.bank.ccb.CcbKeys;

/** Folders below target, gone with the next clean. */
final class Folders {
    private static @Nullable Path keys;

    private Folders() {}

    /** With the counter's key pair in it: making one takes longer than most tests, so all banks of a run share it. */
    static Path temporary() throws IOException {
        Path folder = empty();
        try (Stream<Path> pair = Files.list(keys())) {
            for (Path key : pair.toList()) {
                Files.copy(key, folder.resolve(key.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        return folder;
    }

    private static Path empty() throws IOException {
        return Files.createTempDirectory(Files.createDirectories(Path.of("target/books")), "book");
    }

    private static synchronized Path keys() throws IOException {
        Path made = keys;
        if (made == null) {
            made = empty();
            CcbKeys.open(made, null);
            keys = made;
        }
        return made;
    }
}
