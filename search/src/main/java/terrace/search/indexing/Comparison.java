package terrace.search.indexing;

/**
 * What a comparison of the index with the catalogue found. Whatever differs is indexed again.
 *
 * @param compared listings on the shelf that were looked at
 * @param missing of these, those the index did not have
 * @param different those it had otherwise
 * @param leftOver documents in the index of listings that are not on the shelf
 * @param ahead documents have versions the database has not given out yet: it was restored to an earlier day, and
 *     nothing it writes would win; only a new generation helps
 */
public record Comparison(long compared, long missing, long different, long leftOver, boolean ahead) {
    static final Comparison NOTHING = new Comparison(0, 0, 0, 0, false);

    public boolean agrees() {
        return missing + different + leftOver == 0 && !ahead;
    }

    Comparison plus(Comparison other) {
        return new Comparison(
                compared + other.compared,
                missing + other.missing,
                different + other.different,
                leftOver + other.leftOver,
                ahead || other.ahead);
    }
}
