package terrace.orders.ledger;

/** Why money moved; stored by name, one kind once per source and number. */
public enum JournalKind {
    /** Clearing to the orders' escrow. */
    PAYMENT_TAKEN,
    /** What others than the buyer bear of the prices: their funds to the orders' escrow. */
    SUBSIDY_PAID,
    /** The bank's promotion account to a fund for buyers' prices. */
    PROMO_PAID_IN,
    /** The platform's expense to what it owes for points. */
    POINTS_EARNED,
    /** What a charity was given, to what it has paid on. */
    DONATION_PAID_ON,
    /** Points taken back with the sale that earned them. */
    POINTS_TAKEN_BACK,
    /** Clearing to the buyer, unallocated. */
    PAYMENT_UNWANTED,
    /** Clearing to the bank's custody: the charge is in the file. */
    CHARGE_IN_FILE,
    /** The bank's fee for a charge. */
    FEE_IN_FILE,
    /** Escrow to the merchant's available money and commission. */
    ORDER_ACCEPTED,
    /** Available money to what the merchant owes. */
    DEBT_COLLECTED,
    /** Available money to a payout in flight. */
    PAYOUT_SENT,
    /** The payout is in the file and left the bank's custody. */
    PAYOUT_IN_FILE,
    /** The bank will not pay: back to available. */
    PAYOUT_RETURNED,
    /** The bank gave a payout back that its file had shown: into custody again, and available again. */
    PAYOUT_GIVEN_BACK,
    /** The merchant's money, else what the merchant owes, and commission to what the bank takes back. */
    DISPUTE_OPENED,
    /** The bank has taken back what was disputed. */
    DISPUTE_IN_FILE,
    /** The bank has decided for the merchant and returned it. */
    DISPUTE_WON,
    /** The platform's promotion account to custody: the subsidies are at the bank too. */
    SUBSIDY_MOVED,
    /** The platform's own account to custody: what that lacked beyond commission. */
    CUSTODY_COVERED,
    /** Custody to the platform's own account: the commission. */
    COMMISSION_SWEPT,
    /** Suspense to what two persons have given up finding. */
    WRITTEN_OFF,
    /** The platform's expense to a proof in flight. */
    PROOF_SENT,
    /** The proof is in the file and left the platform's own account. */
    PROOF_IN_FILE,
    /** The bank will not send it: no expense. */
    PROOF_RETURNED,
    /** Unallocated money to a refund in flight. */
    REFUND_INSTRUCTED,
    /** The refund is in the file and left the bank's custody. */
    REFUND_IN_FILE,
    /** The bank could not refund: unallocated again, for a person to see to. */
    REFUND_FAILED,
    /** Escrow to a refund in flight and to the funds that had paid a part. */
    SALE_REVERSED,
    /** The merchant's available money, or what the merchant owes, and commission, to the same. */
    SALE_REVERSED_LATE,
    /** In the file and unknown to us. */
    UNKNOWN_IN_FILE,
    /** Known to us and missing in the files. */
    MISSING_IN_FILE,
    /** In the file with another amount than ours: the difference. */
    DIFFERENCE_IN_FILE
}
