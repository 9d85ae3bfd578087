package terrace.orders.checkout;

import java.util.Set;
import java.util.UUID;

/**
 * What a member lays down beside the goods.
 *
 * @param couponIds coupons to use
 * @param points how many points to use; used in hundreds
 * @param donationFen what is given to the charity beside it
 */
public record Extras(Set<UUID> couponIds, long points, long donationFen) {

    public static final Extras NONE = new Extras(Set.of(), 0, 0);

    /** More coupons than this fit no purchase: one of each merchant, and two. */
    public static final int COUPONS_MAX = 100;

    /** More points than this nobody has: ¥1,000,000. */
    public static final long POINTS_MAX = 100_000_000;

    /** ¥1,000: more is given on the charity's own page. */
    public static final long DONATION_FEN_MAX = 100_000;

    public Extras {
        couponIds = Set.copyOf(couponIds);
        if (couponIds.size() > COUPONS_MAX || points < 0 || points > POINTS_MAX) {
            throw new IllegalArgumentException(couponIds.size() + " coupons and " + points + " points");
        }
        if (donationFen < 0 || donationFen > DONATION_FEN_MAX) {
            throw new IllegalArgumentException("a donation of " + donationFen + " fen");
        }
    }

    boolean takeOff() {
        return !couponIds.isEmpty() || points > 0;
    }
}
