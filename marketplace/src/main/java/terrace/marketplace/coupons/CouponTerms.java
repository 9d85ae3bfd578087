package terrace.marketplace.coupons;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * What is promised with each coupon of a batch. Money in fen.
 *
 * @param faceFen what it takes off at most; a coupon is whole, and what is not needed of it lapses
 * @param thresholdFen what the goods it is for must come to, after merchants' own coupons
 * @param coverPercent at most so much of what is due for the goods it is for
 * @param opensAt from when it may be claimed and used
 * @param endsAt from when on it may be neither
 * @param targets what it is for; empty for everything, or everything of the merchant whose coupon it is
 */
public record CouponTerms(
        UUID batchId,
        CouponKind kind,
        String title,
        String titleEn,
        long faceFen,
        long thresholdFen,
        int coverPercent,
        CostShare cost,
        Instant opensAt,
        Instant endsAt,
        Set<CouponTarget> targets) {

    public CouponTerms {
        targets = Set.copyOf(targets);
    }

    /** Whether the coupon is for these goods. */
    public boolean covers(GoodsFacts goods) {
        UUID merchant = cost.merchantId();
        return (merchant == null || merchant.equals(goods.merchantId()))
                && (targets.isEmpty() || targets.stream().anyMatch(target -> target.covers(goods)));
    }

    /** Whether it must be known which campaigns sell the goods. */
    public boolean asksForCampaigns() {
        return targets.stream().anyMatch(target -> target.kind() == CouponTarget.Kind.CAMPAIGN);
    }

    /** Of one place a purchase takes one coupon. */
    public CouponPlace place() {
        UUID merchant = cost.merchantId();
        if (merchant != null) {
            return new CouponPlace(CouponPlace.Kind.MERCHANT, merchant);
        }
        return new CouponPlace(
                kind == CouponKind.PEOPLE ? CouponPlace.Kind.PERSONAL : CouponPlace.Kind.COMMON, CouponPlace.NOBODY);
    }
}
