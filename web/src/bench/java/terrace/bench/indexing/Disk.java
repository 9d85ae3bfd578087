package terrace.bench.indexing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Asks the disk, beside a measurement, how long it takes to keep eight kilobytes. What is committed waits for it,
 * and the disk of a shared machine sways more than its processors.
 */
final class Disk implements AutoCloseable {
    private static final int BYTES = 8 * 1024;
    private static final long PAUSE_MILLIS = 100;

    private final FileChannel file;
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final CopyOnWriteArrayList<Long> took = new CopyOnWriteArrayList<>();

    /** @param folder on the disk that is asked; a file is made in it, and gone afterwards */
    Disk(Path folder) throws IOException {
        file = FileChannel.open(
                folder.resolve("disk.bench"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE);
        thread.execute(this::ask);
    }

    private void ask() {
        ByteBuffer page = ByteBuffer.allocate(BYTES);
        try {
            while (!thread.isShutdown()) {
                long begun = System.nanoTime();
                file.write(page.clear(), 0);
                file.force(false);
                took.add(System.nanoTime() - begun);
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** How often it was asked, and what it took, in words. */
    String said() {
        long[] nanos = took.stream().mapToLong(Long::longValue).sorted().toArray();
        return String.format(
                Locale.ROOT,
                "the disk kept 8 kB in %.1f ms on the mean, the slowest of %d times in %.0f ms",
                Arrays.stream(nanos).average().orElse(0) / 1e6,
                nanos.length,
                nanos.length == 0 ? 0 : nanos[nanos.length - 1] / 1e6);
    }

    @Override
    public void close() throws IOException {
        thread.close();
        file.close();
    }
}
