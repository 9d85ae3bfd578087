package terrace.marketplace.coupons;

import java.util.Set;
import java.util.UUID;

/**
 * What a coupon must know of a line to say whether it is for it; handed in, since goods are known elsewhere.
 *
 * @param categoryIds the category of the goods and all above it
 * @param campaignIds the campaigns that sell them at this moment
 */
public record GoodsFacts(UUID listingId, UUID merchantId, Set<UUID> categoryIds, Set<UUID> campaignIds) {
    /** Goods that no campaign sells. */
    public GoodsFacts(UUID listingId, UUID merchantId, Set<UUID> categoryIds) {
        this(listingId, merchantId, categoryIds, Set.of());
    }
}
