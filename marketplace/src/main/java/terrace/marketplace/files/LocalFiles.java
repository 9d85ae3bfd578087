package terrace.marketplace.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Files in a folder of this machine. */
final class LocalFiles implements FileStore {

    private final Path folder;

    LocalFiles(Path folder) {
        this.folder = folder;
    }

    @Override
    public void put(String key, byte[] bytes) {
        FileKeys.checkSize(bytes);
        var target = folder.resolve(FileKeys.checked(key));
        try {
            var parent = Files.createDirectories(target.resolveSibling("."));
            // A capital letter can't begin a key, so a half-written file is never mistaken for a whole one.
            var half = Files.createTempFile(parent, "HALF", null);
            try {
                write(half, bytes);
                Files.move(half, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(half);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write a file to " + folder, e);
        }
    }

    @Override
    public Optional<byte[]> get(String key) {
        try {
            return Optional.of(Files.readAllBytes(folder.resolve(FileKeys.checked(key))));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read a file from " + folder, e);
        }
    }

    @Override
    public void remove(String key) {
        try {
            Files.deleteIfExists(folder.resolve(FileKeys.checked(key)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove a file from " + folder, e);
        }
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            var buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }
}
