package terrace.orders.payment;

import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import terrace.orders.gateway.AgreementBank;
import terrace.orders.gateway.BankAnswer;
import terrace.orders.gateway.PaymentGateway.Charge;
import terrace.orders.gateway.PaymentGateway.Checkout;

/** Charges by agreements; what became of a charge is asked and settled like any other payment. */
@Singleton
class Debits {

    private static final Logger LOG = LoggerFactory.getLogger(Debits.class);

    private final Till till;
    private final Cashier cashier;
    private final AgreementBank bank;

    Debits(Till till, Cashier cashier, AgreementBank bank) {
        this.till = till;
        this.cashier = cashier;
        this.bank = bank;
    }

    Debit charge(String kind, UUID payableId, URI returnTo, UUID agreementId) {
        return switch (till.begin(kind, payableId, returnTo, bank.channel())) {
            case Till.Counter.Paid(UUID paymentId) -> new Debit.Charged(paymentId);
            case Till.Counter.Closed() -> new Debit.NotOpen();
            case Till.Counter.Fresh(Payment payment, String description) -> debit(payment, description, agreementId);
            case Till.Counter.Begun(Payment payment, String description) -> goOn(payment, description, agreementId);
        };
    }

    /** Asked first, and said again only where the bank has never heard of it. */
    private Debit goOn(Payment begun, String description, UUID agreementId) {
        Cashier.Finding found = cashier.resolve(begun.id());
        boolean unheard = !found.bankSilent()
                && found.charge() == null
                && found.payment().state() == Payment.State.OPEN
                && found.payment().channel().equals(bank.channel());
        return unheard ? debit(found.payment(), description, agreementId) : told(found);
    }

    private Debit debit(Payment payment, String description, UUID agreementId) {
        URI back = URI.create(payment.returnTo());
        Checkout checkout = new Checkout(
                payment.id(),
                payment.fen(),
                description,
                back,
                back,
                payment.openedAt(),
                payment.expiresAt(),
                List.of());
        return switch (bank.debit(agreementId, checkout, payment.key())) {
            case BankAnswer.Said<Charge> said -> told(cashier.resolve(payment.id()));
            case BankAnswer.Refused<Charge> refused -> {
                LOG.warn("Payment {} refused by its agreement: {}", payment.id(), refused.code());
                till.fail(payment.id(), "agreement: " + refused.code());
                yield new Debit.Declined(payment.id());
            }
            case BankAnswer.Silent<Charge> silent -> {
                LOG.warn("Payment {}: {}", payment.id(), silent.why());
                if (silent.kept()) {
                    till.nextAttempt(payment.id());
                }
                yield told(cashier.resolve(payment.id()));
            }
        };
    }

    private static Debit told(Cashier.Finding found) {
        UUID id = found.payment().id();
        return switch (found.payment().state()) {
            case TAKEN -> new Debit.Charged(id);
            case OPEN -> new Debit.BeingConfirmed(id);
            case FAILED, UNWANTED -> new Debit.Declined(id);
        };
    }
}
