package terrace.orders.payment;

import java.util.List;
import java.util.UUID;

/** What the payable says to the money. */
public sealed interface PayableOutcome {

    /** Taken: the money goes to these orders' escrow; the shares' sum is what was due. */
    record Accepted(List<EscrowShare> shares) implements PayableOutcome {}

    /** Not wanted any more: the whole amount is refunded by itself. */
    record Refused(Reason reason) implements PayableOutcome {}

    /** Why money is not wanted. */
    enum Reason {
        TOO_LATE,
        CANCELLED,
        ALREADY_PAID
    }

    /** One order's part of a payment, in fen. */
    record EscrowShare(UUID orderId, UUID merchantId, long fen) {}
}
