package terrace.search.query;

import java.util.List;
import terrace.search.filters.Chosen;
import terrace.search.filters.Facets;
import terrace.search.merchandising.Steering;

/**
 * What is counted beside the hits of one search.
 *
 * @param total how many fitted then; other goods mostly mean another number, and then all is counted anew
 */
record Counts(Facets facets, List<String> related, long total) {

    /** What they hang on. */
    record Key(String index, String text, Chosen chosen, String home, boolean related, Steering steering) {}
}
