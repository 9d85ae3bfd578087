package terrace.orders.gateway;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.clock.Clock;
import terrace.orders.stripe.StripeGateway;
import terrace.orders.stripe.StripeNotices;

/**
 * A bank in memory with a book of its own. Tests compare our ledger to this book, never our tables to themselves. It
 * keeps answers under idempotency keys, and fails as told, before or after the deed.
 */
@Singleton
@Requires(notEnv = "sandbox")
@Replaces(StripeGateway.class)
public class FakePaymentGateway extends BankBook implements PaymentGateway, CustodyBank {

    /** How the next act fails. */
    public enum Fault {
        NOTHING_DONE,
        DONE_BUT_SILENT,
        REFUSED
    }

    private final Map<UUID, Charge> charges = new LinkedHashMap<>();
    private final Map<UUID, Long> due = new HashMap<>();
    private final Map<UUID, Movement> refunds = new HashMap<>();
    private final Map<UUID, Movement> transfers = new HashMap<>();
    private final Map<String, Object> kept = new HashMap<>();
    private final Deque<Fault> faults = new ArrayDeque<>();
    private final Deque<NameCheck> names = new ArrayDeque<>();
    private final StripeNotices notices;
    private @Nullable Fault transferFault;

    FakePaymentGateway(Clock clock, StripeNotices notices) {
        super(clock);
        this.notices = notices;
    }

    @Override
    public String channel() {
        return StripeGateway.CHANNEL;
    }

    @Override
    public boolean splits() {
        return false;
    }

    @Override
    public BankNotice read(NoticeLetter letter) {
        return notices.read(letter);
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

    /** A payment as this bank knows it. */
    public synchronized Charge chargeOf(UUID paymentId) {
        return Objects.requireNonNull(charges.get(paymentId));
    }

    /** Closes a page, as if its time were over. */
    public synchronized void close(String session) {
        charges.replaceAll((id, charge) -> charge.session().equals(session) && charge.stage() == Stage.OPEN
                ? new Charge(session, charge.intent(), Stage.EXPIRED, 0, null)
                : charge);
    }

    /** Whether the page of a payment is open. */
    public synchronized boolean payable(UUID paymentId) {
        Charge charge = charges.get(paymentId);
        return charge != null && charge.stage() == Stage.OPEN;
    }

    public synchronized long due(UUID paymentId) {
        return due.getOrDefault(paymentId, 0L);
    }

    /** The payee's bank sends a transfer back, which the files had shown. */
    public synchronized void giveBack(UUID payoutId) {
        Movement paid = transfers.get(payoutId);
        book("transfer_return", "tr_" + ++number, payoutId.toString(), paid == null ? 0 : paid.fen());
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

    /** Charges without a page, as somebody has signed. */
    public synchronized BankAnswer<Charge> debit(Checkout checkout, String key) {
        UUID payment = checkout.paymentId();
        return act(key, () -> {
            due.put(payment, checkout.fen());
            charges.put(payment, new Charge("ag_" + ++number, "pi_" + number, Stage.PAID, checkout.fen(), null));
            book("charge", "ch_" + number, payment.toString(), checkout.fen());
            return charges.get(payment);
        });
    }

    @Override
    public synchronized BankAnswer<Optional<Charge>> find(Opened opened) {
        return ask(() -> Optional.ofNullable(charges.get(opened.paymentId())));
    }

    @Override
    public synchronized BankAnswer<Charge> expire(Opened opened) {
        String session = Objects.requireNonNull(opened.session());
        return ask(() -> {
            close(session);
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
    public synchronized BankAnswer<Optional<Movement>> findRefund(UUID refundId, String intent) {
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

    @Override
    public synchronized BankAnswer<Movement> moveOwn(Own kind, UUID moveId, long fen, String key) {
        return act(key, () -> move(kind.in() ? "top_up" : "sweep", moveId, fen, transfers));
    }

    @Override
    public synchronized BankAnswer<Optional<Movement>> findOwn(Own kind, UUID moveId) {
        return ask(() -> Optional.ofNullable(transfers.get(moveId)));
    }

    private Movement move(String type, UUID ourId, long fen, Map<UUID, Movement> known) {
        Movement movement = new Movement(type + "_" + ++number, fen, Movement.State.SUCCEEDED);
        known.put(ourId, movement);
        book(type, movement.bankRef(), ourId.toString(), fen);
        return movement;
    }

    @Override
    public synchronized BankAnswer<byte[]> file(LocalDate day) {
        return ask(() -> FakeDayFile.of(day, clock, book, this::written).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public synchronized BankAnswer<Long> escrowFen() {
        return ask(() -> book.stream().mapToLong(Entry::signed).sum());
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
