package terrace.orders.settlement;

import java.util.UUID;

/**
 * What one merchant may be paid out now.
 *
 * @param fen available money, above zero
 * @param debtFen what the merchant owes; collected before anything is paid out
 * @param payoutAllowed whether a payout would go out at this moment
 * @param accountProven whether there is a proven account to pay to
 */
public record Owed(
        UUID merchantId, String merchantName, long fen, long debtFen, boolean payoutAllowed, boolean accountProven) {

    /** What is left to pay, in fen. */
    public long payableFen() {
        return Math.max(0, fen - debtFen);
    }
}
