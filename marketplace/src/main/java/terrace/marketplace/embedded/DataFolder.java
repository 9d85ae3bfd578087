package terrace.marketplace.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** The folder in which this market keeps what is not in PostgreSQL; locked, so that only one process works in it. */
public final class DataFolder {
    private static final long FREE_BYTES_MIN = 256L * 1024 * 1024;

    private static @Nullable DataFolder current;

    private final Path path;
    private final boolean lasting;
    private final FileLock lock;

    private DataFolder(Path path, boolean lasting, FileLock lock) {
        this.path = path;
        this.lasting = lasting;
        this.lock = lock;
    }

    /**
     * The folder of this process: system property {@code terrace.data}, else environment variable TERRACE_DATA, else a
     * temporary one that goes when the process ends.
     *
     * @throws StartupRefusal when another process works in it, or there is no room
     */
    public static synchronized DataFolder current() {
        if (current == null) {
            String named = System.getProperty("terrace.data", System.getenv("TERRACE_DATA"));
            current = named == null || named.isBlank() ? temporary() : open(Path.of(named));
        }
        return current;
    }

    public Path resolve(String name) {
        Path folder = path.resolve(name);
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new StartupRefusal("The folder " + folder + " cannot be made: " + e.getMessage(), e);
        }
        return folder;
    }

    public Path path() {
        return path;
    }

    /** False for the temporary folder of a test. */
    public boolean lasting() {
        return lasting;
    }

    private static DataFolder open(Path path) {
        Path folder = path.toAbsolutePath().normalize();
        try {
            Files.createDirectories(folder);
            if (Files.getFileStore(folder).getUsableSpace() < FREE_BYTES_MIN) {
                throw new StartupRefusal("The disk of " + folder + " is full: free at least 256 MB, or name another"
                        + " folder in TERRACE_DATA.");
            }
            FileLock lock = lock(folder);
            // the first to be registered is the last to end: a JVM that still writes down its classes is in nobody's
            // way
            Ending.register(lock::release);
            return new DataFolder(folder, true, lock);
        } catch (IOException e) {
            throw new StartupRefusal("The data folder " + folder + " cannot be used: " + e.getMessage(), e);
        }
    }

    private static DataFolder temporary() {
        try {
            Path folder = Files.createTempDirectory("terrace-");
            FileLock lock = lock(folder);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
            return new DataFolder(folder, false, lock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileLock lock(Path folder) throws IOException {
        @SuppressWarnings("resource") // held open for as long as the process lives: the lock goes with it
        FileChannel channel =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock();
        if (lock == null) {
            throw new StartupRefusal(
                    "Another Terrace is running in " + folder + ": stop it, or name another folder in TERRACE_DATA.");
        }
        return lock;
    }

    private static void delete(Path folder) {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.deleteIfExists(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) {
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException e) throws IOException {
                    Files.deleteIfExists(directory);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            // The temporary folder of a test that is still being written to stays; the system clears it.
        }
    }

    @Override
    public String toString() {
        return path + (lock.isValid() ? "" : " (lock lost)");
    }
}
