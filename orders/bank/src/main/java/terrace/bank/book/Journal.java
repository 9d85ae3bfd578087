package terrace.bank.book;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * The append-only file. A line is {@code <crc32 of the json> <json>\n}. One writer thread takes all lines that wait,
 * writes them and forces them to disk once (group commit), so that many callers share one fsync.
 */
final class Journal implements AutoCloseable {
    private static final int CRC_CHARS = 8;
    private static final int READ_BYTES = 1 << 20;

    private final FileChannel file;
    private final FileLock fileLock;
    private final Thread writer;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private List<byte[]> waiting = new ArrayList<>();
    private long end;
    private long durable;
    private boolean closing;
    private @Nullable IOException broken;

    interface Reader {
        void line(long offset, byte[] json);
    }

    private Journal(FileChannel file, FileLock fileLock, long end) {
        this.file = file;
        this.fileLock = fileLock;
        this.end = end;
        this.durable = end;
        this.writer = Thread.ofPlatform().name("book-writer").daemon().start(this::writeOut);
    }

    /**
     * Reads every line of the file to {@code reader}, cuts off a torn last line and goes on behind it.
     *
     * @throws BookUnusable when another process has the book, or a line in its middle is damaged
     */
    static Journal open(Path path, Reader reader) throws IOException {
        FileChannel file =
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            FileLock fileLock = locked(file, path);
            long end = replay(path, reader);
            file.truncate(end);
            file.position(end);
            file.force(true);
            return new Journal(file, fileLock, end);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private static FileLock locked(FileChannel file, Path path) throws IOException {
        try {
            FileLock lock = file.tryLock();
            if (lock != null) {
                return lock;
            }
        } catch (OverlappingFileLockException e) {
            // the same answer as for another process
        }
        throw new BookUnusable("The book " + path + " is in use by another bank; stop it or choose another BANK_DATA.");
    }

    private static long replay(Path path, Reader reader) throws IOException {
        long offset = 0;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path), READ_BYTES)) {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            for (int b = in.read(); b >= 0; b = in.read()) {
                if (b != '\n') {
                    line.write(b);
                    continue;
                }
                byte[] json = checked(line.toByteArray());
                if (json == null) {
                    if (in.read() < 0) {
                        return offset;
                    }
                    throw new BookUnusable("The book " + path + " is damaged at byte " + offset
                            + ", before its last line; restore it from a copy.");
                }
                reader.line(offset, json);
                offset += line.size() + 1;
                line.reset();
            }
        }
        return offset;
    }

    private static byte @Nullable [] checked(byte[] line) {
        if (line.length <= CRC_CHARS) {
            return null;
        }
        byte[] json = Arrays.copyOfRange(line, CRC_CHARS + 1, line.length);
        return new String(line, 0, CRC_CHARS, StandardCharsets.US_ASCII).equals(crc(json)) ? json : null;
    }

    private static String crc(byte[] json) {
        CRC32 crc = new CRC32();
        crc.update(json);
        return HexFormat.of().toHexDigits((int) crc.getValue());
    }

    /** Puts a line in the queue; it is on disk once {@link #await} of the new {@link #end} returns. */
    void append(byte[] json) {
        byte[] line = new byte[CRC_CHARS + 1 + json.length + 1];
        System.arraycopy(crc(json).getBytes(StandardCharsets.US_ASCII), 0, line, 0, CRC_CHARS);
        line[CRC_CHARS] = ' ';
        System.arraycopy(json, 0, line, CRC_CHARS + 1, json.length);
        line[line.length - 1] = '\n';
        lock.lock();
        try {
            waiting.add(line);
            end += line.length;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Offset at which the next line will start. */
    long end() {
        lock.lock();
        try {
            return end;
        } finally {
            lock.unlock();
        }
    }

    void await(long position) {
        lock.lock();
        try {
            while (durable < position && broken == null) {
                changed.awaitUninterruptibly();
            }
            if (broken != null) {
                throw new UncheckedIOException("the book cannot be written", broken);
            }
        } finally {
            lock.unlock();
        }
    }

    /** The line that starts at {@code offset}; it must be on disk. */
    byte[] read(long offset) {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        ByteBuffer piece = ByteBuffer.allocate(4096);
        try {
            for (long at = offset; file.read(piece.clear(), at) > 0; at += piece.position()) {
                for (int i = 0; i < piece.position(); i++) {
                    if (piece.get(i) == '\n') {
                        byte[] json = checked(line.toByteArray());
                        if (json == null) {
                            throw new IOException("damaged line at byte " + offset);
                        }
                        return json;
                    }
                    line.write(piece.get(i));
                }
            }
            throw new IOException("no whole line at byte " + offset);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void writeOut() {
        for (Batch batch = next(); batch != null; batch = next()) {
            IOException failure = null;
            try {
                for (byte[] line : batch.lines) {
                    ByteBuffer rest = ByteBuffer.wrap(line);
                    while (rest.hasRemaining()) {
                        file.write(rest);
                    }
                }
                file.force(false);
            } catch (IOException e) {
                failure = e;
                System.err.println("The bank's book cannot be written (" + e.getMessage()
                        + "); free some space and start the bank again.");
            }
            lock.lock();
            try {
                broken = failure;
                durable = failure == null ? batch.end : durable;
                changed.signalAll();
                if (failure != null) {
                    return;
                }
            } finally {
                lock.unlock();
            }
        }
    }

    private record Batch(List<byte[]> lines, long end) {}

    private @Nullable Batch next() {
        lock.lock();
        try {
            while (waiting.isEmpty() && !closing) {
                changed.awaitUninterruptibly();
            }
            if (waiting.isEmpty()) {
                return null;
            }
            Batch batch = new Batch(waiting, end);
            waiting = new ArrayList<>();
            return batch;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() throws IOException {
        lock.lock();
        try {
            closing = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            writer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        fileLock.release();
        file.close();
    }
}
