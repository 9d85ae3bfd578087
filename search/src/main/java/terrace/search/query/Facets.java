package terrace.search.query;

import java.util.List;

/**
 * Counts beside a list of goods. Each counts what would be found if its own filter were lifted and all others kept,
 * so that a shopper sees what the other choices hold.
 *
 * @param categories by slug, all levels; a listing counts in its category and in all above it
 * @param provinces by two-digit code, most goods first
 * @param counties by six-digit code, most goods first; filled when a province is chosen
 * @param poorCounty goods from counties that were national poverty counties
 * @param prices from cheap to dear, empty bands included
 */
public record Facets(
        List<FacetCount> categories,
        List<FacetCount> provinces,
        List<FacetCount> counties,
        long poorCounty,
        List<PriceBand> prices) {
    public static final Facets NONE = new Facets(List.of(), List.of(), List.of(), 0, List.of());
}
