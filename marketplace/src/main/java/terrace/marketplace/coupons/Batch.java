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
        boolean over) {

    /** How many of a batch's coupons are in which state; to count them is to look at each. */
    public record Counts(long claimed, long frozen, long used) {
        static final Counts NONE = new Counts(0, 0, 0);
    }

    /** What may still be claimed. */
    public long leftFen() {
        return budgetFen - claimedFen;
    }
}
