package terrace.orders.payment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import terrace.orders.gateway.PaymentGateway.Part;

/**
 * Something a member pays for at once: a purchase today, a donation later. Implemented above this feature, found by its
 * kind. Every method runs inside the caller's transaction; the lock order is payment, then payable.
 */
public interface Payable {

    /** The kind stored beside each payment, such as {@code purchase}; never changes once rows exist. */
    String kind();

    /** Locks the row until the transaction ends and says what is due; empty when there is none. */
    Optional<PayableFacts> lock(UUID payableId);

    /**
     * The merchants' orders it consists of, with what the buyer pays for each: their sum is what is due. Empty where
     * there is one payee only. Asked only for channels that split at the bank.
     */
    default List<Part> parts(UUID payableId) {
        return List.of();
    }

    /**
     * The bank has the money. Accepts it, with the split over orders (sum = what was due), or refuses it because it is
     * too late, cancelled or already paid by another payment: then the money is sent back without anyone's doing.
     * Called at most once with the outcome Accepted for a payment; may be called again after a rolled-back transaction.
     */
    PayableOutcome paid(UUID payableId, UUID paymentId, Instant at);

    /** The payment will never bring money (session expired, or cancelled at the bank). The payable may be paid anew. */
    void paymentFailed(UUID payableId, UUID paymentId);
}
