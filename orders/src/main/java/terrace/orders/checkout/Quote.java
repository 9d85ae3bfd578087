package terrace.orders.checkout;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.coupons.Coupon;
import terrace.marketplace.points.Points;
import terrace.orders.pricing.CouponFit;
import terrace.orders.pricing.Discounted;
import terrace.orders.pricing.GroupFreight;
import terrace.orders.pricing.PricedGroup;

/**
 * What the cart would cost if it were placed now. Money in fen.
 *
 * @param donationFen what is given to the charity beside it
 * @param addressId the address it was reckoned for; null when the member has none of that id
 */
public record Quote(@Nullable UUID addressId, List<PricedGroup> groups, Offers offers, long donationFen) {

    /**
     * What can be taken off.
     *
     * @param off what is taken off by the coupons and points that were chosen
     * @param usable the member's coupons, those that lapse first in front
     * @param fits how each of them fits
     * @param pointsBalance how many points the member has
     */
    public record Offers(Discounted off, List<Coupon> usable, Map<UUID, CouponFit> fits, long pointsBalance) {

        static final Offers NONE = new Offers(Discounted.NOTHING, List.of(), Map.of(), 0);

        /** How many points can be used beside the chosen coupons. */
        public long pointsMax() {
            return Math.min(off.pointsMax(), pointsBalance / Points.STEP * Points.STEP);
        }
    }

    public long goodsFen() {
        return groups.stream().mapToLong(PricedGroup::goodsFen).reduce(0, Math::addExact);
    }

    public long freightFen() {
        return groups.stream().mapToLong(PricedGroup::freightFen).reduce(0, Math::addExact);
    }

    public long totalFen() {
        return Math.addExact(goodsFen(), freightFen());
    }

    /** What the payment would be. */
    public long dueFen() {
        return Math.addExact(Math.subtractExact(totalFen(), offers.off().offFen()), donationFen);
    }

    /** Whether there is something to place and all of it can be delivered. */
    public boolean placeable() {
        return !groups.isEmpty() && groups.stream().allMatch(group -> group.freight() instanceof GroupFreight.Charged);
    }
}
