package terrace.orders.payment;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import terrace.marketplace.clock.Clock;
import terrace.orders.gateway.BankAnswer;
import terrace.orders.gateway.Gateways;
import terrace.orders.gateway.PaymentGateway;
import terrace.orders.gateway.PaymentGateway.Charge;
import terrace.orders.gateway.PaymentGateway.Checkout;
import terrace.orders.gateway.PaymentGateway.Opened;
import terrace.orders.gateway.PaymentGateway.Part;
import terrace.orders.gateway.PaymentGateway.Stage;

/** Speaks to the bank about payments, always between transactions, and hands its word to the till. */
@Singleton
class Cashier {

    private static final Logger LOG = LoggerFactory.getLogger(Cashier.class);

    /** A page that has expired is followed by one new one; more would be a bank that expires what it opens. */
    private static final int PAGES_MAX = 2;

    private final Till till;
    private final PaymentRepository payments;
    private final Gateways gateways;
    private final Clock clock;

    Cashier(Till till, PaymentRepository payments, Gateways gateways, Clock clock) {
        this.till = till;
        this.payments = payments;
        this.gateways = gateways;
        this.clock = clock;
    }

    /** What is known of a payment, and what the bank has just said of it. */
    record Finding(
            Payment payment, boolean bankSilent, @Nullable Charge charge) {}

    /** @param channel empty: go on with what is open, else the usual one */
    PaymentStart start(String kind, UUID payableId, URI returnTo, String channel) {
        for (int page = 1; page <= PAGES_MAX; page++) {
            switch (till.begin(kind, payableId, returnTo, channel.isEmpty() ? gateways.usual() : channel)) {
                case Till.Counter.Paid(UUID paymentId) -> {
                    return new PaymentStart.AlreadyPaid(paymentId);
                }
                case Till.Counter.Closed() -> {
                    return new PaymentStart.NotOpen();
                }
                case Till.Counter.Fresh(Payment payment, String description) -> {
                    return open(payment, description);
                }
                case Till.Counter.Begun(Payment payment, String description) -> {
                    Finding found = resolve(payment.id());
                    boolean other = !channel.isEmpty() && !channel.equals(payment.channel());
                    if (found.payment().state() == Payment.State.OPEN && !(other && left(found))) {
                        return goOn(found, description);
                    }
                }
            }
        }
        return new PaymentStart.NotOpen();
    }

    /**
     * Closes the page of a channel the member has turned from; false when that must wait, because money may be on its
     * way. A page that cannot be closed is left: what comes by it is late money and goes back by itself.
     */
    private boolean left(Finding found) {
        Charge charge = found.charge();
        if (found.bankSilent() || (charge != null && charge.stage() == Stage.PROCESSING)) {
            return false;
        }
        Payment payment = found.payment();
        if (charge != null
                && !(gateway(payment).expire(atBank(payment, charge)) instanceof BankAnswer.Said<Charge>(Charge closed)
                        && (closed.stage() == Stage.EXPIRED || closed.stage() == Stage.OPEN))) {
            return false;
        }
        return till.fail(payment.id(), "another channel was chosen").state() != Payment.State.OPEN;
    }

    private PaymentStart goOn(Finding found, String description) {
        UUID id = found.payment().id();
        Charge charge = found.charge();
        if (found.bankSilent()) {
            return new PaymentStart.BankSilent(id);
        }
        if (charge == null) {
            return open(found.payment(), description);
        }
        URI page = charge.page();
        return page == null ? new PaymentStart.BankSilent(id) : new PaymentStart.Started(id, page);
    }

    private PaymentStart open(Payment payment, String description) {
        return switch (gateway(payment).open(checkout(payment, description), payment.key())) {
            case BankAnswer.Said<Charge>(Charge charge) -> opened(payment, charge);
            case BankAnswer.Refused<Charge> refused -> {
                LOG.error("Payment {} refused by the bank: {} {}", payment.id(), refused.code(), refused.message());
                till.fail(payment.id(), "bank: " + refused.code());
                yield new PaymentStart.BankSilent(payment.id());
            }
            case BankAnswer.Silent<Charge> silent -> afterSilence(payment, silent);
        };
    }

    /** The page may have been opened all the same: ask, never open under another key. */
    private PaymentStart afterSilence(Payment payment, BankAnswer.Silent<Charge> silent) {
        LOG.warn("Payment {}: {}", payment.id(), silent.why());
        switch (gateway(payment).find(sought(payment))) {
            case BankAnswer.Said<Optional<Charge>>(Optional<Charge> found)
            when found.isPresent() -> {
                return opened(payment, found.get());
            }
            case BankAnswer.Said<Optional<Charge>> nothing when silent.kept() -> till.nextAttempt(payment.id());
            case BankAnswer.Silent<Optional<Charge>>(String why, boolean kept)
            when kept -> till.nextAttempt(payment.id());
            default -> LOG.debug("Payment {} stays unsure", payment.id());
        }
        return new PaymentStart.BankSilent(payment.id());
    }

    private PaymentStart opened(Payment payment, Charge charge) {
        till.atBank(payment.id(), charge);
        URI page = charge.page();
        return page == null ? new PaymentStart.BankSilent(payment.id()) : new PaymentStart.Started(payment.id(), page);
    }

    /** The one path by which a payment is settled. Amount and state come from the bank's answer, from nowhere else. */
    Finding resolve(UUID paymentId) {
        Payment payment = byId(paymentId).orElseThrow(() -> new IllegalArgumentException("no payment " + paymentId));
        if (payment.settled()) {
            return new Finding(payment, false, null);
        }
        return switch (gateway(payment).find(sought(payment))) {
            case BankAnswer.Said<Optional<Charge>>(Optional<Charge> found) ->
                found.map(charge -> follow(payment, charge)).orElseGet(() -> unknownThere(payment));
            case BankAnswer.Refused<Optional<Charge>> refused -> silent(payment, refused.message());
            case BankAnswer.Silent<Optional<Charge>>(String why, boolean kept) -> {
                if (kept) {
                    till.nextAttempt(payment.id());
                }
                yield silent(payment, why);
            }
        };
    }

    private Finding follow(Payment payment, Charge charge) {
        return switch (charge.stage()) {
            case PAID -> new Finding(till.take(payment.id(), charge), false, charge);
            case EXPIRED -> new Finding(till.fail(payment.id(), "expired at the bank"), false, charge);
            case PROCESSING -> new Finding(payment, false, charge);
            case OPEN -> stillOpen(payment, charge);
        };
    }

    /** A page for what is cancelled or lapsed is closed, so that no money comes late; unless it just did. */
    private Finding stillOpen(Payment payment, Charge charge) {
        if (payment.bankSession() == null) {
            // without the bank's name for it the next question would be answered by what was said when it was opened
            till.atBank(payment.id(), charge);
        }
        if (payment.state() == Payment.State.OPEN && till.awaited(payment)) {
            return new Finding(payment, false, charge);
        }
        return switch (gateway(payment).expire(atBank(payment, charge))) {
            case BankAnswer.Said<Charge>(Charge closed)
            when closed.stage() == Stage.PAID -> new Finding(till.take(payment.id(), closed), false, closed);
            case BankAnswer.Said<Charge>(Charge closed)
            when closed.stage() == Stage.EXPIRED -> new Finding(till.fail(payment.id(), "closed"), false, closed);
            case BankAnswer.Said<Charge>(Charge closed) -> new Finding(payment, false, closed);
            case BankAnswer.Refused<Charge> refused -> silent(payment, refused.message());
            case BankAnswer.Silent<Charge> silent -> silent(payment, silent.why());
        };
    }

    private Finding unknownThere(Payment payment) {
        boolean over = payment.expiresAt().isBefore(clock.now()) || !till.awaited(payment);
        return new Finding(over ? till.fail(payment.id(), "never opened") : payment, false, null);
    }

    private static Finding silent(Payment payment, String why) {
        LOG.warn("Payment {} cannot be resolved now: {}", payment.id(), why);
        return new Finding(payment, true, null);
    }

    private PaymentGateway gateway(Payment payment) {
        return gateways.of(payment.channel());
    }

    private static Opened atBank(Payment payment, Charge charge) {
        return new Opened(checkout(payment, "", List.of()), charge.session(), payment.key());
    }

    /** Where no answer has told us the bank's name for it, the gateway may have to say again what it said first. */
    private Opened sought(Payment payment) {
        String session = payment.bankSession();
        Checkout checkout =
                session == null ? checkout(payment, till.description(payment)) : checkout(payment, "", List.of());
        return new Opened(checkout, session, payment.key());
    }

    private Checkout checkout(Payment payment, String description) {
        return checkout(payment, description, gateway(payment).splits() ? till.parts(payment) : List.of());
    }

    private static Checkout checkout(Payment payment, String description, List<Part> parts) {
        URI returnTo = URI.create(payment.returnTo());
        return new Checkout(
                payment.id(),
                payment.fen(),
                description,
                returnTo,
                returnTo,
                payment.openedAt(),
                payment.expiresAt(),
                parts);
    }

    @Transactional(readOnly = true)
    Optional<Payment> byId(UUID paymentId) {
        return payments.byId(paymentId);
    }

    @Transactional
    List<UUID> claimDue(int limit) {
        return payments.claimDue(limit);
    }
}
