package terrace.marketplace.coupons;

import java.util.Comparator;
import java.util.UUID;

/**
 * Where in a purchase a coupon goes; each place takes one, and they are taken off in this order.
 *
 * @param merchantId whose, for a merchant's place; else {@link #NOBODY}
 */
public record CouponPlace(Kind kind, UUID merchantId) implements Comparable<CouponPlace> {

    static final UUID NOBODY = new UUID(0, 0);

    private static final Comparator<CouponPlace> ORDER =
            Comparator.comparing(CouponPlace::kind).thenComparing(CouponPlace::merchantId);

    /** In the order in which coupons are taken off. */
    public enum Kind {
        MERCHANT,
        COMMON,
        PERSONAL
    }

    @Override
    public int compareTo(CouponPlace other) {
        return ORDER.compare(this, other);
    }
}
