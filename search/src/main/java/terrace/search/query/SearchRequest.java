package terrace.search.query;

import org.jspecify.annotations.Nullable;

/**
 * What a shopper asks for. Nothing in it is trusted: text is cut to length, an unknown cursor means the first page.
 *
 * @param text as typed; empty means everything the filters let through
 * @param categorySlug that category and all below it
 * @param provinceCode two digits
 * @param countyCode six digits
 * @param poorCountyOnly only goods from counties that were national poverty counties
 * @param inStockOnly only goods that can be bought now
 * @param minFen lowest price, inclusive
 * @param maxFen highest price, inclusive
 * @param after {@link Results#nextAfter} of the page before, null for the first
 * @param limit hits on a page, at most {@link #LIMIT_MAX}
 */
public record SearchRequest(
        String text,
        @Nullable String categorySlug,
        @Nullable String provinceCode,
        @Nullable String countyCode,
        boolean poorCountyOnly,
        boolean inStockOnly,
        @Nullable Long minFen,
        @Nullable Long maxFen,
        Sort sort,
        @Nullable String after,
        int limit) {
    public static final int SEARCH_TEXT_MAX = 100;
    public static final int LIMIT_MAX = 60;

    /** The first page of what fits these words, nothing filtered. */
    public static SearchRequest of(String text, int limit) {
        return new SearchRequest(text, null, null, null, false, false, null, null, Sort.RELEVANCE, null, limit);
    }
}
