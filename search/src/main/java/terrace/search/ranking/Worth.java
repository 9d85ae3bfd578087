package terrace.search.ranking;

/**
 * What one part adds to the figure that orders goods.
 *
 * @param part meaning, characters, words, story, run, the name of a {@link Tier}, or one of the signals
 */
public record Worth(String part, double adds) {}
