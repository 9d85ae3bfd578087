package terrace.search.vectors;

/**
 * How far the vectors are.
 *
 * @param texts different texts whose vector is known
 * @param waiting listings whose title has none yet; they are found by their words meanwhile
 */
public record VectorProgress(long texts, long waiting) {}
