package terrace.marketplace.coupons;

import org.jspecify.annotations.Nullable;

/**
 * How one comes by a coupon of a batch.
 *
 * @param streakDays of a batch for coming every day: given on every so-manieth day in a row; 0 for any other
 * @param perDevice how many may be claimed with one browser; null for any number
 * @param campaignSlug the campaign it belongs to
 */
public record Giving(
        Way way,
        int streakDays,
        @Nullable Integer perDevice,
        @Nullable String campaignSlug) {

    public static final int STREAK_DAYS_MAX = 30;
    public static final int PER_DEVICE_MAX = 20;

    /** Claimed by anyone it is for. */
    public static final Giving OPEN = new Giving(Way.OPEN, 0, null, null);

    public Giving {
        if ((way == Way.SIGN_IN) != (streakDays > 0)) {
            throw new IllegalArgumentException("days in a row are for coming every day");
        }
    }

    /** The same for a batch of which nothing else is asked. */
    public static Giving of(Way way) {
        return new Giving(way, way == Way.SIGN_IN ? 1 : 0, null, null);
    }

    /** The way itself. */
    public enum Way {
        OPEN,
        /** Announced before; claimed from its moment on. */
        RUSH,
        /** With the pack of those who are new. */
        NEWCOMER,
        /** For coming every day. */
        SIGN_IN,
        CODE,
        /** Handed out by an organisation to its people. */
        ENTITLEMENT;

        boolean claimed() {
            return this == OPEN || this == RUSH;
        }
    }
}
