package terrace.marketplace.coupons;

import java.util.Set;
import java.util.UUID;

/**
 * What a coupon must know of a line to say whether it is for it; handed in, since goods are known elsewhere.
 *
 * @param categoryIds the category of the goods and all above it
 */
public record GoodsFacts(UUID listingId, UUID merchantId, Set<UUID> categoryIds) {}
