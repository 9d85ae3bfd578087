package terrace.orders.gateway;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.clock.Clock;

/**
 * A bank in memory with a book of its own. Tests compare our ledger to this book, never our tables to themselves. It
 * keeps answers under idempotency keys, and fails as told, before or after the deed.
 */
@Singleton
@Requires(notEnv = "sandbox")
@Replaces(BankGateway.class)
public class FakePaymentGateway implements PaymentGateway {

    /** How the next act fails. */
    public enum Fault {
        NOTHING_DONE,
        DONE_BUT_SILENT,
        REFUSED
    }

    /** One movement of the book. */
    public record Entry(int seq, String type, String bankRef, String ourRef, long fen, Instant at) {
        long signed() {
            return switch (type) {
                case "charge", "transfer_return", "dispute_return" -> fen;
                case "proof" -> 0;
                default -> -fen;
            };
        }
    }

    private static final AtomicInteger BANKS = new AtomicInteger();
    private static final int NUMBERS_EACH = 1_000_000;

    private final Map<UUID, Charge> charges = new LinkedHashMap<>();
    private final Map<UUID, Long> due = new HashMap<>();
    private final Map<UUID, Movement> refunds = new HashMap<>();
    private final Map<UUID, Movement> transfers = new HashMap<>();
    private final Map<String, Object> kept = new HashMap<>();
    private final List<Entry> book = new ArrayList<>();
    private final Deque<Fault> faults = new ArrayDeque<>();
    private final Deque<NameCheck> names = new ArrayDeque<>();
    private final Clock clock;
    private @Nullable Fault transferFault;
    /** Where this bank counts from: the tests of one run share a database, and banks never give a number twice. */
    private int number = BANKS.incrementAndGet() * NUMBERS_EACH;

    FakePaymentGateway(Clock clock) {
        this.clock = clock;
    }

    /** The next acts (not questions) fail like this, one each. */
    public synchronized void failNext(Fault... next) {
        faults.addAll(List.of(next));
    }

    /** Forgets the faults nobody met. */
    public synchronized void heal() {
        faults.clear();
        names.clear();
    }

    /** The member pays what is due on the bank's page. */
    public synchronized void pay(UUID paymentId) {
        pay(paymentId, due(paymentId));
    }

    /** The member pays another amount, which no bank should let happen. */
    public synchronized void pay(UUID paymentId, long fen) {
        Charge open = charges.get(paymentId);
        if (open == null || open.stage() != Stage.OPEN) {
            throw new IllegalStateException("no page open for " + paymentId);
        }
        charges.put(paymentId, new Charge(open.session(), open.intent(), Stage.PAID, fen, null));
        book("charge", "ch_" + ++number, paymentId.toString(), fen);
    }

    /** Whether the page of a payment is open. */
    public synchronized boolean payable(UUID paymentId) {
        Charge charge = charges.get(paymentId);
        return charge != null && charge.stage() == Stage.OPEN;
    }

    public synchronized long due(UUID paymentId) {
        return due.getOrDefault(paymentId, 0L);
    }

    /** Money of which the market knows nothing. */
    public synchronized void payUnknown(long fen) {
        book("charge", "ch_" + ++number, "no-such-payment", fen);
    }

    /** As above, on an earlier day. */
    public synchronized void payUnknownOn(long fen, LocalDate day) {
        Instant at = day.atTime(23, 59).atZone(Clock.ZONE).toInstant();
        book.add(new Entry(++number, "charge", "ch_" + number, "no-such-payment", fen, at));
    }

    /** The payee's bank sends a transfer back, which the files had shown. */
    public synchronized void giveBack(UUID payoutId) {
        Movement paid = transfers.get(payoutId);
        book("transfer_return", "tr_" + ++number, payoutId.toString(), paid == null ? 0 : paid.fen());
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
                ? new Entry(entry.seq(), entry.type(), entry.bankRef(), ourRef, fen, entry.at())
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

    private void book(String type, String bankRef, String ourRef, long fen) {
        book.add(new Entry(++number, type, bankRef, ourRef, fen, clock.now()));
    }

    @Override
    public synchronized BankAnswer<Charge> open(Checkout checkout, String key) {
        return act(key, () -> {
            String session = "cs_" + ++number;
            URI page = URI.create("http://bank.test/pay/" + session);
            due.put(checkout.paymentId(), checkout.fen());
            charges.put(checkout.paymentId(), new Charge(session, "pi_" + number, Stage.OPEN, 0, page));
            return charges.get(checkout.paymentId());
        });
    }

    @Override
    public synchronized BankAnswer<Optional<Charge>> find(UUID paymentId) {
        return ask(() -> Optional.ofNullable(charges.get(paymentId)));
    }

    @Override
    public synchronized BankAnswer<Charge> expire(String session) {
        return ask(() -> {
            charges.replaceAll((id, charge) -> charge.session().equals(session) && charge.stage() == Stage.OPEN
                    ? new Charge(session, charge.intent(), Stage.EXPIRED, 0, null)
                    : charge);
            return charges.values().stream()
                    .filter(charge -> charge.session().equals(session))
                    .findFirst()
                    .orElseThrow();
        });
    }

    @Override
    public synchronized BankAnswer<Movement> refund(UUID refundId, String intent, long fen, String key) {
        return act(key, () -> move("refund", refundId, fen, refunds));
    }

    @Override
    public synchronized BankAnswer<Optional<Movement>> findRefund(UUID refundId) {
        return ask(() -> Optional.ofNullable(refunds.get(refundId)));
    }

    @Override
    public synchronized BankAnswer<Movement> transfer(UUID payoutId, String destination, long fen, String key) {
        return act(key, () -> move("transfer", payoutId, fen, transfers));
    }

    /** The next question about a name is answered, the act after it fails. */
    public synchronized void failSecond(Fault fault) {
        transferFault = fault;
    }

    /** The next answers about names. */
    public synchronized void nameNext(NameCheck... next) {
        names.addAll(List.of(next));
    }

    @Override
    public synchronized BankAnswer<NameCheck> checkName(String holder, String number, String payee) {
        Fault fault = faults.poll();
        if (fault != null) {
            return fault == Fault.REFUSED
                    ? new BankAnswer.Refused<>(400, "parameter_invalid", "told to refuse")
                    : new BankAnswer.Silent<>("the line broke", false);
        }
        if (transferFault != null) {
            faults.add(transferFault);
            transferFault = null;
        }
        NameCheck next = names.poll();
        return new BankAnswer.Said<>(next == null ? NameCheck.MATCHES : next);
    }

    @Override
    public synchronized BankAnswer<Movement> sendProof(UUID proofId, String payee, long fen, String key) {
        return act(key, () -> move("proof", proofId, fen, transfers));
    }

    @Override
    public synchronized BankAnswer<Optional<Movement>> findTransfer(UUID id) {
        return ask(() -> Optional.ofNullable(transfers.get(id)));
    }

    private Movement move(String type, UUID ourId, long fen, Map<UUID, Movement> known) {
        Movement movement = new Movement(type + "_" + ++number, fen, Movement.State.SUCCEEDED);
        known.put(ourId, movement);
        book(type, movement.bankRef(), ourId.toString(), fen);
        return movement;
    }

    @Override
    public synchronized BankAnswer<byte[]> file(LocalDate day) {
        return ask(() -> csv(day).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public synchronized BankAnswer<Long> escrowFen() {
        return ask(() -> book.stream().mapToLong(Entry::signed).sum());
    }

    private String csv(LocalDate day) {
        StringBuilder file = new StringBuilder("bank_file,1," + day + ",CNY").append('\n');
        long balance = 0;
        long in = 0;
        long out = 0;
        int lines = 0;
        for (Entry e : book) {
            if (clock.dayOf(e.at()).isAfter(day)) {
                continue;
            }
            balance += e.signed();
            if (clock.dayOf(e.at()).equals(day)) {
                lines++;
                in += Math.max(0, e.signed());
                out += Math.max(0, -e.signed());
                file.append("%d,%s,%s,%s,%s,%d,0,%d"
                                .formatted(
                                        e.seq(),
                                        OffsetDateTime.ofInstant(e.at(), Clock.ZONE),
                                        e.type(),
                                        e.bankRef(),
                                        e.ourRef(),
                                        e.fen(),
                                        balance))
                        .append('\n');
            }
        }
        String hash = sha256(file.toString());
        return file.append("end,%d,%d,%d,%d,%s".formatted(lines, in, out, balance, hash))
                .append('\n')
                .toString();
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private <T> BankAnswer<T> ask(Supplier<T> answer) {
        return new BankAnswer.Said<>(answer.get());
    }

    @SuppressWarnings("unchecked") // one key is used by one kind of act only
    private <T> BankAnswer<T> act(String key, Supplier<T> deed) {
        Fault fault = faults.poll();
        if (fault == Fault.NOTHING_DONE) {
            return new BankAnswer.Silent<>("the line broke before", false);
        }
        if (fault == Fault.REFUSED) {
            return new BankAnswer.Refused<>(402, "card_declined", "told to refuse");
        }
        T result = (T) kept.computeIfAbsent(key, k -> deed.get());
        return fault == Fault.DONE_BUT_SILENT
                ? new BankAnswer.Silent<>("the line broke after", false)
                : new BankAnswer.Said<>(result);
    }
}
