package terrace.orders.payment;

import io.micronaut.context.BeanProvider;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.events.Events;
import terrace.marketplace.ids.Ids;
import terrace.orders.gateway.PaymentGateway.Charge;
import terrace.orders.gateway.PaymentGateway.Part;
import terrace.orders.ledger.Account;
import terrace.orders.ledger.Journal;
import terrace.orders.ledger.JournalKind;
import terrace.orders.ledger.Ledger;
import terrace.orders.ledger.Posting;
import terrace.orders.payment.PayableOutcome.Accepted;
import terrace.orders.payment.PayableOutcome.Refused;
import terrace.orders.refunds.Refunds;

/** What the database decides about a payment, each act one transaction: payment, then payable, then ledger. */
@Singleton
class Till {

    static final String SOURCE = "payment";

    /** The bank's page closes this much before the payable does, for clocks that differ and answers under way. */
    private static final Duration EXPIRY_MARGIN = Duration.ofSeconds(30);

    private static final int FIRST_CHECK_SECONDS = 20;
    private static final Logger LOG = LoggerFactory.getLogger(Till.class);

    private final PaymentRepository payments;
    private final BeanProvider<Payable> payables;
    private final Ledger ledger;
    private final Refunds refunds;
    private final Events events;
    private final Clock clock;

    Till(
            PaymentRepository payments,
            BeanProvider<Payable> payables,
            Ledger ledger,
            Refunds refunds,
            Events events,
            Clock clock) {
        this.payments = payments;
        this.payables = payables;
        this.ledger = ledger;
        this.refunds = refunds;
        this.events = events;
        this.clock = clock;
    }

    /** What stands on the counter when a member wants to pay. */
    sealed interface Counter {
        record Fresh(Payment payment, String description) implements Counter {}

        record Begun(Payment payment, String description) implements Counter {}

        record Paid(UUID paymentId) implements Counter {}

        record Closed() implements Counter {}
    }

    /** Two at once for the same payable meet at its lock; the second finds what the first began. */
    @Transactional
    Counter begin(String kind, UUID payableId, URI returnTo, String channel) {
        Optional<PayableFacts> locked = payable(kind).lock(payableId);
        Optional<Payment> known = payments.mostTelling(kind, payableId);
        if (known.isPresent() && known.get().state() == Payment.State.TAKEN) {
            return new Counter.Paid(known.get().id());
        }
        if (locked.isEmpty() || !locked.get().open()) {
            return new Counter.Closed();
        }
        PayableFacts facts = locked.get();
        if (known.isPresent() && known.get().state() == Payment.State.OPEN) {
            return new Counter.Begun(known.get(), facts.description());
        }
        Instant now = clock.now();
        Instant expires = facts.payBy().minus(EXPIRY_MARGIN);
        if (!expires.isAfter(now)) {
            return new Counter.Closed();
        }
        UUID id = Ids.next();
        int opened = payments.open(
                id,
                kind,
                payableId,
                facts.payerId(),
                facts.fen(),
                channel,
                returnTo.toString(),
                expires,
                now,
                FIRST_CHECK_SECONDS);
        if (opened != 1) {
            throw new IllegalStateException("a second open payment for " + kind + " " + payableId);
        }
        return new Counter.Fresh(payments.byId(id).orElseThrow(), facts.description());
    }

    @Transactional
    void atBank(UUID paymentId, Charge charge) {
        payments.atBank(
                paymentId,
                charge.session(),
                charge.intent(),
                charge.page() == null ? "" : charge.page().toString());
    }

    @Transactional
    void nextAttempt(UUID paymentId) {
        payments.nextAttempt(paymentId);
    }

    /** What the payment's page says it is for, in the very words used before. */
    @Transactional
    String description(Payment payment) {
        return payable(payment.payableKind())
                .lock(payment.payableId())
                .map(PayableFacts::description)
                .orElse("");
    }

    /** The merchants' orders a payment is for, as far as its payable knows them before it is paid. */
    @Transactional(readOnly = true)
    List<Part> parts(Payment payment) {
        return payable(payment.payableKind()).parts(payment.payableId());
    }

    /** Whether the payable still waits for this payment's money. */
    @Transactional
    boolean awaited(Payment payment) {
        return payable(payment.payableKind())
                .lock(payment.payableId())
                .map(PayableFacts::open)
                .orElse(false);
    }

    /** The bank has money. Done once, whoever says so, however often and in whatever order. */
    @Transactional
    Payment take(UUID paymentId, Charge charge) {
        Payment payment = payments.lock(paymentId).orElseThrow();
        if (payment.settled()) {
            return payment;
        }
        Payable payable = payable(payment.payableKind());
        boolean known = payable.lock(payment.payableId()).isPresent();
        Instant now = clock.now();
        if (charge.receivedFen() != payment.fen()) {
            LOG.error("Payment {}: {} fen due, the bank took {}", paymentId, payment.fen(), charge.receivedFen());
            unwanted(payment, charge, "AMOUNT_DIFFERS", now);
        } else if (!known) {
            unwanted(payment, charge, "PAYABLE_UNKNOWN", now);
        } else {
            switch (payable.paid(payment.payableId(), paymentId, now)) {
                case Accepted accepted -> taken(payment, charge, accepted, now);
                case Refused(PayableOutcome.Reason reason) -> unwanted(payment, charge, reason.name(), now);
            }
        }
        return payments.byId(paymentId).orElseThrow();
    }

    private void taken(Payment payment, Charge charge, Accepted accepted, Instant now) {
        payments.settle(
                payment.id(), Payment.State.TAKEN, "", charge.receivedFen(), now, charge.session(), charge.intent());
        ledger.post(TakingPostings.of(payment, accepted, now));
        events.publish(new PaymentTaken(payment.id(), payment.payableKind(), payment.payableId(), payment.fen(), now));
    }

    private void unwanted(Payment payment, Charge charge, String reason, Instant now) {
        long fen = charge.receivedFen();
        payments.settle(payment.id(), Payment.State.UNWANTED, reason, fen, now, charge.session(), charge.intent());
        ledger.post(Journal.of(
                JournalKind.PAYMENT_UNWANTED,
                SOURCE,
                payment.id(),
                now,
                Posting.debit(Account.clearing(), fen),
                Posting.credit(Account.unallocated(payment.id()), fen)));
        refunds.instruct(payment.id(), charge.intent(), fen, reason);
    }

    /** No money came and the bank will take none for this payment. */
    @Transactional
    Payment fail(UUID paymentId, String reason) {
        Payment payment = payments.lock(paymentId).orElseThrow();
        if (payment.state() != Payment.State.OPEN) {
            return payment;
        }
        Payable payable = payable(payment.payableKind());
        boolean known = payable.lock(payment.payableId()).isPresent();
        payments.fail(paymentId, reason);
        if (known) {
            payable.paymentFailed(payment.payableId(), paymentId);
        }
        return payments.byId(paymentId).orElseThrow();
    }

    private Payable payable(String kind) {
        return payables.stream()
                .filter(payable -> payable.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nothing is paid for as " + kind));
    }
}
