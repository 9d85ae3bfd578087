package terrace.marketplace.coupons;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A coupon in somebody's hand.
 *
 * @param purchaseId what it is frozen with or was used for
 * @param lapsed whether its time was over when it was read
 */
public record Coupon(
        UUID id,
        UUID memberId,
        State state,
        @Nullable UUID purchaseId,
        Instant claimedAt,
        boolean lapsed,
        CouponTerms terms) {

    /** How far it is; the database holds the same steps and refuses any other. */
    public enum State {
        HELD,
        FROZEN,
        USED
    }

    /** How it stands for its holder: usable, frozen, used or lapsed. */
    public Standing standing() {
        return switch (state) {
            case FROZEN -> Standing.FROZEN;
            case USED -> Standing.USED;
            case HELD -> lapsed ? Standing.LAPSED : Standing.USABLE;
        };
    }

    /** What the holder is told. */
    public enum Standing {
        USABLE,
        FROZEN,
        USED,
        LAPSED
    }
}
