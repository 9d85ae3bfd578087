package terrace.search.query;

/**
 * How many of the goods found have one value.
 *
 * @param key a category slug or a division code
 */
public record FacetCount(String key, long count) {}
