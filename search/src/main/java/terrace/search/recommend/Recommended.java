package terrace.search.recommend;

import org.jspecify.annotations.Nullable;
import terrace.catalog.listings.ListingCard;

/**
 * Goods to show, and why.
 *
 * @param because title of the goods the reason speaks of, null when it speaks of none
 */
public record Recommended(
        ListingCard card, Reason reason, @Nullable String because) {}
