package terrace.orders.approvals;

import terrace.orders.purchases.PurchaseState;

/** What became of an approver's word. */
public sealed interface Deciding {

    /** So it stands, by this word or the same one before. */
    record Decided(Approval approval) implements Deciding {}

    /** Somebody has said otherwise before. */
    record DecidedOtherwise(Approval approval) implements Deciding {}

    /** Nobody approves their own. */
    record OwnPurchase() implements Deciding {}

    /** It was paid for no more: cancelled, or the time the goods were kept has run out. */
    record TooLate(PurchaseState state) implements Deciding {}

    /** A refusal says why, in 1 to 200 characters. */
    record ReasonMissing() implements Deciding {}
}
