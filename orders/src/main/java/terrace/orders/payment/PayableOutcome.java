package terrace.orders.payment;

import java.util.List;
import java.util.UUID;
import terrace.orders.ledger.Account;

/** What the payable says to the money. */
public sealed interface PayableOutcome {

    /**
     * Taken: the money goes to these orders' escrow and to charities; together they are what was due. Beside it, others
     * pay their part of the prices into the same escrow.
     */
    record Accepted(List<EscrowShare> shares, List<Gift> gifts, List<Subsidy> subsidies) implements PayableOutcome {

        /** The buyer pays everything, and gives nothing. */
        public Accepted(List<EscrowShare> shares) {
            this(shares, List.of(), List.of());
        }
    }

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

    /** What the payer gives to a charity on the way, in fen. */
    record Gift(String charity, long fen) {}

    /** What somebody else bears of an order's prices, in fen. */
    record Subsidy(UUID orderId, Account fund, long fen) {}
}
