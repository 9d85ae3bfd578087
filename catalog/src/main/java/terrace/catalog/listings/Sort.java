package terrace.catalog.listings;

/** Orders in which cards are shown. */
public enum Sort {
    BEST_SELLING,
    NEWEST,
    PRICE_ASCENDING,
    PRICE_DESCENDING,
    /** Cheapest per 斤 first. */
    UNIT_PRICE
}
