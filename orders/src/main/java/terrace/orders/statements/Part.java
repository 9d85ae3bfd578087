package terrace.orders.statements;

import java.util.function.ToLongFunction;

/** A column of the statement, with a total made of lines; those that count add up from opening to closing. */
public enum Part {
    GOODS(true, StatementLine::goodsFen),
    /** The merchant's own discounts. */
    DISCOUNT(true, StatementLine::discountFen),
    FREIGHT(true, StatementLine::freightFen),
    /** Taken back, before acceptance or after it, and what commission bore of that. */
    REFUNDS(true, StatementLine::refundFen),
    COMMISSION(true, StatementLine::commissionFen),
    /** Disputed at the bank, and given back. */
    DISPUTES(true, StatementLine::disputeFen),
    PAYOUTS(true, StatementLine::payoutFen),
    /** Payouts the bank gave back. */
    RETURNED(true, StatementLine::returnedFen),
    OTHER(true, StatementLine::otherFen),
    /** Of the goods and freight above, what others than the buyer paid. */
    SUBSIDIES(false, StatementLine::subsidyFen),
    /** Collected for what was owed: from available money to the debt, so that the sum stays. */
    COLLECTED(false, StatementLine::collectedFen),
    /** The bank's fees for these payments, borne by the platform. */
    FEES_WAIVED(false, StatementLine::feeWaivedFen);

    private final boolean counts;

    @SuppressWarnings("ImmutableEnumChecker") // a method of a record: there is nothing in it to change
    private final ToLongFunction<StatementLine> fen;

    Part(boolean counts, ToLongFunction<StatementLine> fen) {
        this.counts = counts;
        this.fen = fen;
    }

    /** Whether it is between opening and closing; the others only say more about those that are. */
    public boolean counts() {
        return counts;
    }

    /** What of a line belongs to it, with the sign it has for the merchant. */
    public long of(StatementLine line) {
        return fen.applyAsLong(line);
    }
}
