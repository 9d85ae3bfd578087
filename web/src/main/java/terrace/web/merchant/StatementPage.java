package terrace.web.merchant;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A merchant's money, in fen.
 *
 * @param accountProven whether there is an account that may be paid to
 * @param month this month, whose statement is a page of its own
 * @param debtFen what the merchant owes for refunds after payout
 * @param lines what makes up the available sum, newest first
 * @param payouts newest first
 * @param older whether there are movements before those shown
 */
record StatementPage(
        String merchant,
        boolean accountProven,
        String month,
        long availableFen,
        long debtFen,
        long inFlightFen,
        long paidFen,
        List<Line> lines,
        List<PaidOut> payouts,
        boolean older) {

    /**
     * A movement.
     *
     * @param kind words are at {@code merchant.movement.<kind>}
     * @param order number of the order it came from
     * @param fen positive where the merchant's money grew
     */
    record Line(String at, String kind, @Nullable String order, long fen) {}

    /**
     * A payout with what it was made of.
     *
     * @param stand words are at {@code merchant.payout.<stand>}
     */
    record PaidOut(
            String at, long fen, String stand, @Nullable String inFile, List<Line> lines) {}
}
