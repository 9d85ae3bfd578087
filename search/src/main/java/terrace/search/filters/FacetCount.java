package terrace.search.filters;

/**
 * How many of the goods found have one value.
 *
 * @param key a value as {@link Facet} says; for merchants the id
 */
public record FacetCount(String key, long count) {}
