package terrace.search.query;

import org.jspecify.annotations.Nullable;
import terrace.search.filters.Chosen;

/**
 * What a shopper asks for. Nothing in it is trusted: text is cut to length, an unknown cursor means the first page.
 *
 * @param text as typed; empty means everything the filters let through
 * @param home two digits of the province the shopper lives in, empty when not known
 * @param after {@link Results#nextAfter} of the page before, null for the first
 * @param limit hits on a page, at most {@link #LIMIT_MAX}
 */
public record SearchRequest(
        String text,
        Chosen chosen,
        String home,
        Sort sort,
        @Nullable String after,
        int limit) {
    public static final int SEARCH_TEXT_MAX = 100;
    public static final int LIMIT_MAX = 60;

    /** The first page of what fits these words, nothing filtered. */
    public static SearchRequest of(String text, int limit) {
        return of(text, "", limit);
    }

    /** The same for a shopper of a province. */
    public static SearchRequest of(String text, String home, int limit) {
        return new SearchRequest(text, Chosen.NOTHING, home, Sort.RELEVANCE, null, limit);
    }
}
