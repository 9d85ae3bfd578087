package terrace.orders.ledger;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One account of the books, made when it is first posted to.
 *
 * @param normal the side on which it grows
 * @param floor the least balance it may have, held by the database; null where it has none
 * @param hot takes entries from every purchase, so its balance is summed when asked, never kept in one row
 */
public record Account(String code, Side normal, @Nullable Long floor, boolean hot) {

    static final String FUND = "promo:organiser:";
    static final String AVAILABLE = "merchant:available:";
    static final String OWED = "recv:merchant:";

    /** Paid, and not yet seen in a bank file; empty for anything older than two days after the payment. */
    public static Account clearing() {
        return hot("bank:clearing", Side.DEBIT);
    }

    /** In the bank's custody, as its files say. */
    public static Account bankEscrow() {
        return hot("bank:escrow", Side.DEBIT);
    }

    /** The platform's own money at the bank: small sums prove accounts; billed later, so it may be below nothing. */
    public static Account bankOwn() {
        return hot("bank:own", Side.DEBIT);
    }

    /** Held for one order until it is accepted; empty once the order is closed. */
    public static Account escrow(UUID orderId) {
        return kept("escrow:order:" + orderId);
    }

    /** Money nobody asked for (late, twice, other amount); empty within a day, the refund is automatic. */
    public static Account unallocated(UUID paymentId) {
        return kept("buyer:unallocated:" + paymentId);
    }

    /** Refunds given to the bank and not yet in its file. */
    public static Account refundInFlight(UUID refundId) {
        return kept("refund:inflight:" + refundId);
    }

    /** What a merchant may be paid out. */
    public static Account available(UUID merchantId) {
        return kept(AVAILABLE + merchantId);
    }

    /** Taken back by the bank for a payer who disputes a payment; the bank's file shows it leave. */
    public static Account disputeHeld(UUID disputeId) {
        return kept("dispute:held:" + disputeId);
    }

    /** What two persons have given up finding. */
    public static Account writeOff() {
        return hot("expense:write_off", Side.DEBIT);
    }

    /** What a merchant owes for refunds after payout; collected first from what comes in next. */
    public static Account receivable(UUID merchantId) {
        return new Account(OWED + merchantId, Side.DEBIT, 0L, false);
    }

    /** Payouts given to the bank and not yet in its file. */
    public static Account payoutInFlight(UUID payoutId) {
        return kept("payout:inflight:" + payoutId);
    }

    /** The platform's share of accepted orders. */
    public static Account commission() {
        return hot("revenue:commission", Side.CREDIT);
    }

    /** What the platform has set aside to pay of its buyers' prices; it cannot be spent twice. */
    public static Account promoPlatform() {
        return kept("promo:platform");
    }

    /** What an organiser has paid in to pay of buyers' prices. */
    public static Account promoOrganiser(UUID organiserId) {
        return kept(FUND + organiserId);
    }

    /** What members' points are worth; each member's own points are the floor, kept elsewhere. */
    public static Account promoPoints() {
        return hot("promo:points", Side.CREDIT);
    }

    /** What giving points costs the platform. */
    public static Account pointsExpense() {
        return hot("expense:points", Side.DEBIT);
    }

    /** The bank account the funds for buyers' prices lie in. */
    public static Account bankPromo() {
        return hot("bank:promo", Side.DEBIT);
    }

    /** Given to a charity by buyers: never charged commission or fee. */
    public static Account donation(String charity) {
        return hot("donation:" + charity, Side.CREDIT);
    }

    /** Paid on to where it was given for, as the charity's bank slips say; no bank file of ours has shown it leave. */
    public static Account donationPaidOn(String charity) {
        return hot("donation:paid-on:" + charity, Side.CREDIT);
    }

    /** Small sums given to the bank to prove an account, and not yet in its file. */
    public static Account proofInFlight(UUID proofId) {
        return kept("proof:inflight:" + proofId);
    }

    /** What proving merchants' accounts costs the platform. */
    public static Account accountProof() {
        return hot("expense:account_proof", Side.DEBIT);
    }

    /** What the bank takes for a channel. */
    public static Account channelFee() {
        return hot("expense:channel_fee", Side.DEBIT);
    }

    /** 短款: we have it, the bank's file does not. */
    public static Account suspenseShort() {
        return hot("suspense:short", Side.DEBIT);
    }

    /** 长款: the bank's file has it, we do not. */
    public static Account suspenseOver() {
        return hot("suspense:over", Side.CREDIT);
    }

    private static Account hot(String code, Side normal) {
        return new Account(code, normal, null, true);
    }

    private static Account kept(String code) {
        return new Account(code, Side.CREDIT, 0L, false);
    }
}
