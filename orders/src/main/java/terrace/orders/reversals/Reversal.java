package terrace.orders.reversals;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A sale taken back, in part or whole. Money in fen.
 *
 * @param accepted whether the money had been the merchant's
 * @param fen what went back to all who had paid
 * @param cashFen what of it the buyer gets through the bank
 * @param commissionFen what of it the platform's commission bears
 * @param refundId the bank's part of it; null where nothing had been paid in money
 */
public record Reversal(
        UUID id,
        UUID orderId,
        Cause cause,
        String reason,
        boolean accepted,
        long fen,
        long cashFen,
        long commissionFen,
        @Nullable UUID refundId,
        Instant at,
        List<Part> parts) {

    /**
     * One line's share of one who had paid.
     *
     * @param bearerId the organisation, where it was one
     * @param couponId the coupon, where it was one
     */
    public record Part(
            int position,
            PaidBy paidBy,
            @Nullable UUID bearerId,
            @Nullable UUID couponId,
            long fen) {}

    /** What of it goes back to one kind of payer. */
    public long of(PaidBy paidBy) {
        return parts.stream()
                .filter(part -> part.paidBy() == paidBy)
                .mapToLong(Part::fen)
                .sum();
    }

    /** What of it is of one line. */
    public long ofLine(int position) {
        return parts.stream()
                .filter(part -> part.position() == position)
                .mapToLong(Part::fen)
                .sum();
    }
}
