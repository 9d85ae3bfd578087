package terrace.marketplace.coupons;

import java.util.UUID;

/** Goods a coupon is for: one listing, all of a merchant, a category and below it, or a campaign while it runs. */
public record CouponTarget(Kind kind, UUID id) {

    /** What the id is of. */
    public enum Kind {
        LISTING,
        MERCHANT,
        CATEGORY,
        CAMPAIGN
    }

    boolean covers(GoodsFacts goods) {
        return switch (kind) {
            case LISTING -> goods.listingId().equals(id);
            case MERCHANT -> goods.merchantId().equals(id);
            case CATEGORY -> goods.categoryIds().contains(id);
            case CAMPAIGN -> goods.campaignIds().contains(id);
        };
    }
}
