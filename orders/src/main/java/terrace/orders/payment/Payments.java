package terrace.orders.payment;

import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;

/** The door to payments: begun here, and settled here by one path whoever asks. */
@Singleton
public class Payments {

    Payments() {}

    /**
     * Begins to pay, or goes on with the payment already open. Amount and deadline are asked of the payable, never of
     * the caller. Calls the bank: must not run inside a transaction.
     *
     * @param returnTo where the bank sends the member afterwards, paid or not
     */
    public PaymentStart start(String payableKind, UUID payableId, URI returnTo) {
        throw new UnsupportedOperationException();
    }

    /**
     * Asks the bank what became of a payment and carries out whatever follows, once: the one path of notice, return
     * page, poller and bank file. Must not run inside a transaction.
     */
    public PaymentView resolve(UUID paymentId) {
        throw new UnsupportedOperationException();
    }

    /** The payment of a payable that matters to its member: taken, else the newest. Reads only. */
    public Optional<PaymentView> ofPayable(String payableKind, UUID payableId) {
        throw new UnsupportedOperationException();
    }
}
