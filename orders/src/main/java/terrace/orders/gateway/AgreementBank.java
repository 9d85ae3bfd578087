package terrace.orders.gateway;

import java.net.URI;
import java.util.UUID;
import terrace.orders.gateway.PaymentGateway.Charge;
import terrace.orders.gateway.PaymentGateway.Checkout;

/**
 * A channel that charges by an agreement, without a page each time (签约免密). Amounts in fen. Never called inside a
 * transaction. The bank holds every charge to the agreement's limits, whatever we ask for.
 */
public interface AgreementBank {

    /** The channel its charges are payments of. */
    String channel();

    /** Says what a member may sign, and where; said again it is the same agreement. */
    BankAnswer<URI> offer(UUID agreementId, long perPaymentFen, long perDayFen, URI back);

    /** Whether it is signed. */
    BankAnswer<Standing> standing(UUID agreementId);

    /** Ends it. Safe to repeat. */
    BankAnswer<Standing> end(UUID agreementId);

    /**
     * Charges by it. What became of the charge is asked by {@link PaymentGateway#find}, as of any other payment; said
     * again for the same payment it is the same charge.
     */
    BankAnswer<Charge> debit(UUID agreementId, Checkout checkout, String key);

    /** How an agreement stands at the bank. */
    enum Standing {
        OFFERED,
        SIGNED,
        ENDED
    }
}
