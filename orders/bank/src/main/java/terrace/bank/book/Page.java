package terrace.bank.book;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The open page of the book: one act reads {@link #contents} and writes what becomes true together. */
public final class Page {
    private final Book book;
    private final Contents contents;
    private final Instant now;
    private final long offset;
    private final List<Entry> written = new ArrayList<>();

    Page(Book book, Contents contents, Instant now, long offset) {
        this.book = book;
        this.contents = contents;
        this.now = now;
        this.offset = offset;
    }

    public Contents contents() {
        return contents;
    }

    /** The bank's time: wall clock plus the offset that the demo may set. */
    public Instant now() {
        return now;
    }

    /** Writes after everything was decided: an entry is true from here on. */
    public void write(Entry entry) {
        contents.apply(entry, offset);
        written.add(entry);
    }

    /** The answer once given to an idempotency key. */
    public Optional<Entry.Answered> answer(String key) {
        return contents.answerOffset(key).map(at -> book.answerAt(at, key));
    }

    List<Entry> written() {
        return written;
    }
}
