package terrace.bank.counter;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import terrace.bank.book.BankFile;
import terrace.bank.book.Posting;
import wiremock.com.fasterxml.jackson.databind.JsonNode;

/**
 * Errors the bank was told to have in its files, while its book stays right; they are gone after a restart. A file with
 * an error is still well-formed: sums and balances are reckoned over what it shows.
 */
public final class FileErrors {
    /** What is wrong in a file. */
    public enum Kind {
        /** A line of the book is not in it. */
        MISSING,
        /** A line stands in it of which the book knows nothing. */
        EXTRA,
        /** A fen more than in the book. */
        AMOUNT_MORE,
        /** A fen less than in the book. */
        AMOUNT_LESS,
        /** The same movement stands in it twice. */
        DUPLICATE,
        /** The line stands in the file of the next day. */
        OTHER_DAY
    }

    private static final long EXTRA_FEN = 888;
    private static final long NUMBERS_OF_ERRORS = 900_000_000L;

    /** @param seq the line of the book it is about; 0 for one of its own */
    private record Wrong(Kind kind, LocalDate day, long seq, long number) {}

    private volatile List<Wrong> wrongs = List.of();

    /** Adds one: {@code kind}, {@code day}, and {@code seq}, the line of the book it is about. */
    public synchronized int add(JsonNode json) {
        Wrong wrong;
        try {
            wrong = new Wrong(
                    Kind.valueOf(json.path("kind").asText().toUpperCase(Locale.ROOT)),
                    LocalDate.parse(json.path("day").asText()),
                    json.path("seq").asLong(),
                    NUMBERS_OF_ERRORS + wrongs.size());
        } catch (IllegalArgumentException | java.time.DateTimeException e) {
            throw Refusal.invalid("kind", "An error has a known kind and a day.");
        }
        List<Wrong> added = new ArrayList<>(wrongs);
        added.add(wrong);
        wrongs = List.copyOf(added);
        return added.size();
    }

    /** The bank finds its errors. */
    public synchronized void clear() {
        wrongs = List.of();
    }

    /** How many there are. */
    public int count() {
        return wrongs.size();
    }

    /** The book as the files show it. */
    public List<Posting> applied(List<Posting> book) {
        List<Posting> shown = new ArrayList<>(book);
        for (Wrong wrong : wrongs) {
            if (wrong.kind == Kind.EXTRA) {
                shown.add(extra(wrong));
            }
            for (int at = shown.size() - 1; at >= 0; at--) {
                if (shown.get(at).seq() == wrong.seq) {
                    change(shown, at, wrong);
                }
            }
        }
        return shown;
    }

    private static Posting extra(Wrong wrong) {
        long noon = wrong.day.atTime(12, 0).atZone(BankFile.ZONE).toInstant().toEpochMilli();
        String ref = "ch_extra" + wrong.number;
        return new Posting(
                wrong.number, Posting.Kind.CHARGE, noon, ref, "unknown-" + wrong.number, EXTRA_FEN, 0, 0, "");
    }

    private static void change(List<Posting> shown, int at, Wrong wrong) {
        Posting p = shown.get(at);
        switch (wrong.kind) {
            case MISSING -> shown.remove(at);
            case AMOUNT_MORE -> shown.set(at, p.with(p.seq(), p.atMillis(), p.amountFen() + 1));
            case AMOUNT_LESS -> shown.set(at, p.with(p.seq(), p.atMillis(), p.amountFen() - 1));
            case DUPLICATE -> shown.add(at + 1, p.with(wrong.number, p.atMillis(), p.amountFen()));
            case OTHER_DAY ->
                shown.set(at, p.with(p.seq(), p.atMillis() + Duration.ofDays(1).toMillis(), p.amountFen()));
            case EXTRA -> {
                // it is about no line
            }
        }
    }
}
