package terrace.orders.statements;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.orders.ledger.JournalKind;

/**
 * One event in a merchant's money, in fen, positive where the merchant gains.
 *
 * @param at when it was written down
 * @param orderNumber of the order it is about; null where it is about none
 * @param netFen what it changed; the sum of those before it that count
 * @param subsidyFen of goods and freight, what others than the buyer paid
 * @param collectedFen taken for what was owed
 * @param feeWaivedFen the bank's fee for the order's share of the payment, borne by the platform
 */
public record StatementLine(
        UUID journalId,
        JournalKind kind,
        Instant at,
        @Nullable String orderNumber,
        long goodsFen,
        long discountFen,
        long freightFen,
        long refundFen,
        long commissionFen,
        long disputeFen,
        long payoutFen,
        long returnedFen,
        long otherFen,
        long subsidyFen,
        long collectedFen,
        long feeWaivedFen,
        long netFen) {}
