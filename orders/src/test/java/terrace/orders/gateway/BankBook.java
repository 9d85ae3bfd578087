package terrace.orders.gateway;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import terrace.marketplace.clock.Clock;

/** What a bank has written down, and the mistakes it can make with it. */
public class BankBook {

    /** One movement of the book. */
    public record Entry(int seq, String type, String bankRef, String ourRef, long fen, long feeFen, Instant at) {
        boolean in() {
            return List.of("charge", "transfer_return", "dispute_return", "top_up")
                    .contains(type);
        }

        long inFen() {
            return in() ? fen : 0;
        }

        long outFen() {
            return feeFen + (in() || type.equals("proof") ? 0 : fen);
        }

        long signed() {
            return inFen() - outFen();
        }
    }

    private static final AtomicInteger BANKS = new AtomicInteger();
    private static final int NUMBERS_EACH = 1_000_000;
    private static final int BASIS_POINTS = 10_000;

    final List<Entry> book = new ArrayList<>();
    final Clock clock;
    private final Set<String> shortly = new HashSet<>();
    private int feeBasisPoints;
    /** Where this bank counts from: the tests of one run share a database, and banks never give a number twice. */
    int number = BANKS.incrementAndGet() * NUMBERS_EACH;

    BankBook(Clock clock) {
        this.clock = clock;
    }

    /** What this bank takes of each charge from now on. */
    public synchronized void fees(int basisPoints) {
        feeBasisPoints = basisPoints;
    }

    /** Its files name this id of ours as banks do that take no hyphens. */
    public synchronized void writeShort(UUID ourId) {
        shortly.add(ourId.toString());
    }

    final String written(String ourRef) {
        return shortly.contains(ourRef) ? OurNumber.of(UUID.fromString(ourRef)) : ourRef;
    }

    /** Money of which the market knows nothing. */
    public synchronized void payUnknown(long fen) {
        book("charge", "ch_" + ++number, "no-such-payment", fen);
    }

    /** As above, on an earlier day. */
    public synchronized void payUnknownOn(long fen, LocalDate day) {
        Instant at = day.atTime(23, 59).atZone(Clock.ZONE).toInstant();
        book.add(new Entry(++number, "charge", "ch_" + number, "no-such-payment", fen, 0, at));
    }

    /** The platform moves its own money in or out of custody. */
    public synchronized void own(String type, long fen) {
        book(type, type + "_" + ++number, "platform", fen);
    }

    /** Takes back what a payer disputes, or gives it back. */
    public synchronized void dispute(UUID paymentId, long fen, boolean won) {
        book(won ? "dispute_return" : "dispute", "dp_" + ++number, paymentId.toString(), fen);
    }

    /** A charge that the market knows of. */
    public synchronized void paid(UUID paymentId, long fen) {
        book("charge", "ch_" + ++number, paymentId.toString(), fen);
    }

    /** Begins a new book; what was in the old one is settled. */
    public synchronized void forget() {
        book.clear();
    }

    /** What the book brought in less what went out. */
    public synchronized long bookedFen() {
        return book.stream().mapToLong(Entry::signed).sum();
    }

    /** The sum of one kind of lines under one of our ids. */
    public synchronized long booked(UUID ourId, String type) {
        return book.stream()
                .filter(entry -> entry.type().equals(type) && entry.ourRef().equals(ourId.toString()))
                .mapToLong(Entry::fen)
                .sum();
    }

    public synchronized List<Entry> book() {
        return List.copyOf(book);
    }

    /** Changes an amount in the book, as a bank's mistake would. */
    public synchronized void tamper(String ourRef, long fen) {
        book.replaceAll(entry -> entry.ourRef().equals(ourRef)
                ? new Entry(entry.seq(), entry.type(), entry.bankRef(), ourRef, fen, entry.feeFen(), entry.at())
                : entry);
    }

    /** Takes a line out of the book. */
    public synchronized Entry hide(String ourRef) {
        Entry hidden = book.stream()
                .filter(entry -> entry.ourRef().equals(ourRef))
                .findFirst()
                .orElseThrow();
        book.remove(hidden);
        return hidden;
    }

    /** Puts it back, dated now. */
    public synchronized void show(Entry entry) {
        book(entry.type(), entry.bankRef(), entry.ourRef(), entry.fen());
    }

    final void book(String type, String bankRef, String ourRef, long fen) {
        long fee = type.equals("charge") ? fen * feeBasisPoints / BASIS_POINTS : 0;
        book.add(new Entry(++number, type, bankRef, ourRef, fen, fee, clock.now()));
    }
}
