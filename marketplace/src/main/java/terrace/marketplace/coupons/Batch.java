package terrace.marketplace.coupons;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A batch and how far it has come. Money in fen, at face value.
 *
 * @param over whether its time was over when it was read
 */
public record Batch(
        CouponTerms terms,
        Giving giving,
        long budgetFen,
        long claimedFen,
        int perPerson,
        UUID madeBy,
        Instant madeAt,
        @Nullable Instant stoppedAt,
        boolean over,
        Counts counts) {

    /** How many of its coupons are in which state. */
    public record Counts(long claimed, long frozen, long used) {}

    /** What may still be claimed. */
    public long leftFen() {
        return budgetFen - claimedFen;
    }
}
