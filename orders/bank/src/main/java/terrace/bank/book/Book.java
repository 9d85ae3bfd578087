package terrace.bank.book;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import wiremock.com.fasterxml.jackson.core.type.TypeReference;

/** The bank's book: acts on it happen one after the other in memory and wait for the disk together. */
public final class Book implements AutoCloseable {
    public static final String FILE = "book.jsonl";
    private static final TypeReference<List<Entry>> ENTRIES = new TypeReference<>() {};

    private final ReentrantLock lock = new ReentrantLock();
    private final Contents contents;
    private final Journal journal;
    private final InstantSource wall;
    private volatile Consumer<Notice> onNotice = notice -> {};

    private Book(Contents contents, Journal journal, InstantSource wall) {
        this.contents = contents;
        this.journal = journal;
        this.wall = wall;
    }

    /** @throws BookUnusable with one plain line for whoever started the bank */
    public static Book open(Path folder, InstantSource wall) throws IOException {
        Files.createDirectories(folder);
        Contents contents = new Contents();
        Journal journal = Journal.open(
                folder.resolve(FILE),
                (offset, json) -> Json.read(json, ENTRIES).forEach(entry -> contents.apply(entry, offset)));
        return new Book(contents, journal, wall);
    }

    /**
     * Runs one act alone with the book. What it wrote is one line of the file, so all of it or nothing survives a
     * crash. It is on disk, and so is everything the act has seen, before this returns.
     */
    public <T> T act(Function<Page, T> work) {
        Page page;
        T result;
        long end;
        lock.lock();
        try {
            page = new Page(this, contents, now(), journal.end());
            try {
                result = work.apply(page);
            } finally {
                // also after an exception: memory already knows what was written
                if (!page.written().isEmpty()) {
                    journal.append(Json.bytes(page.written(), ENTRIES));
                }
            }
            end = journal.end();
        } finally {
            lock.unlock();
        }
        journal.await(end);
        for (Entry entry : page.written()) {
            if (entry instanceof Entry.NoticeWritten(Notice notice)) {
                onNotice.accept(notice);
            }
        }
        return result;
    }

    /** Who hears of new notices, once they are on disk. */
    public void onNotice(Consumer<Notice> listener) {
        onNotice = listener;
    }

    private Instant now() {
        return wall.instant().plusSeconds(contents.offsetSeconds());
    }

    Entry.Answered answerAt(long offset, String key) {
        return Json.read(journal.read(offset), ENTRIES).stream()
                .filter(Entry.Answered.class::isInstance)
                .map(Entry.Answered.class::cast)
                .filter(a -> a.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no answer to " + key + " at byte " + offset));
    }

    @Override
    public void close() throws IOException {
        journal.close();
    }
}
