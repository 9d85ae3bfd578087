package terrace.orders.approvals;

import terrace.orders.purchases.PurchaseState;

/** What became of the wish to buy for one's organisation. */
public sealed interface Asking {

    /** It is the organisation's, said now or before; whether it waits for somebody stands in it. */
    record Noted(Approval approval) implements Asking {}

    /** Who asks buys for nobody. */
    record NoPurchaser() implements Asking {}

    /** It is paid, cancelled or lapsed. */
    record NotOpen(PurchaseState state) implements Asking {}

    /** A payment has begun, as one's own. */
    record BeingPaid() implements Asking {}

    /** Above the limit, and there is nobody else who could approve. */
    record NobodyElse() implements Asking {}
}
