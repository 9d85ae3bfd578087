package terrace.search.query;

import java.util.List;
import terrace.search.filters.Chosen;
import terrace.search.filters.Facets;
import terrace.search.merchandising.Steering;

/** What is counted beside the hits of one search. */
record Counts(Facets facets, List<String> related) {

    /**
     * What they hang on.
     *
     * @param total how many fit; other goods mostly mean another number, and then all is counted anew
     */
    record Key(String index, String text, Chosen chosen, String home, boolean related, Steering steering, long total) {}
}
