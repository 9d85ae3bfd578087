package terrace.search.query;

/** Orders in which found goods are shown. */
public enum Sort {
    /** What fits the words best first; among equals, what sells best. */
    RELEVANCE,
    BEST_SELLING,
    NEWEST,
    PRICE_ASCENDING,
    PRICE_DESCENDING,
    /** Cheapest per 斤 first. */
    UNIT_PRICE
}
