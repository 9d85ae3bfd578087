package terrace.search.query;

import java.util.List;
import org.jspecify.annotations.Nullable;
import terrace.search.filters.Chosen;
import terrace.search.indexing.IndexedCard;
import terrace.search.merchandising.Steering;

/**
 * The goods that fit some words best, and what was counted beside them: the same for everybody, before anybody's
 * likings.
 *
 * @param total how many fit altogether
 * @param rest where the order of the index goes on behind them; null when these are all
 */
record Best(
        List<Rated> rated,
        long total,
        Counts counts,
        @Nullable String rest) {

    /** What they hang on. */
    record Key(String index, String text, Chosen chosen, String home, int limit, Steering steering) {}

    /**
     * One of them.
     *
     * @param relevance how well it fits
     * @param wished what operators wish for goods of its kind
     */
    record Rated(IndexedCard card, double relevance, double wished) {}
}
