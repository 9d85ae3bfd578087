package terrace.search.query;

import terrace.search.filters.Narrowing;
import terrace.search.merchandising.Steering;

/**
 * One search with all that bears on it.
 *
 * @param steering what operators decided for it
 * @param leaning what whoever asks likes
 * @param limit hits on a page
 */
record Sought(
        SearchRequest request, ShopperText text, Narrowing narrowing, Steering steering, Leaning leaning, int limit) {}
