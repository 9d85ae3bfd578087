package terrace.search.query;

import org.jspecify.annotations.Nullable;

/**
 * How many of the goods found cost so much.
 *
 * @param minFen inclusive, null for no lower bound; fits {@link SearchRequest#minFen}
 * @param maxFen inclusive, null for no upper bound; fits {@link SearchRequest#maxFen}
 */
public record PriceBand(@Nullable Long minFen, @Nullable Long maxFen, long count) {}
