package terrace.search.ranking;

/**
 * The steps of the cascade, best first. Each is worth more than all below it together, so that the first order the
 * index gives is the cascade itself, and its score tells which steps found a hit.
 */
public enum Tier {
    /** The text as it stands. */
    PHRASE(0.3),
    /** All words, or other names of the same goods, in the title. */
    ALL_WORDS(1.0),
    /** All words in title, origin, category and merchant. */
    ALL_ABOUT(0.7),
    /** Most pairs of characters. */
    MOST_PAIRS(0.5),
    /** Words that begin so. */
    STARTS(0.3),
    /** Pinyin or initials of whole words. */
    SOUND(0.8),
    /** Pinyin or initials begun. */
    SOUND_STARTS(0.4),
    /** Most characters, in any order: one may be wrong. */
    MOST_CHARACTERS(0.2),
    /** The same sound in other characters. */
    HOMOPHONE(0.5),
    /** A Latin word with one letter wrong. */
    TYPO(0.5),
    /** As much of it as was asked for. */
    QUANTITY(0.3);

    private final double worth;

    Tier(double worth) {
        this.worth = worth;
    }

    public int bit() {
        return 1 << (values().length - 1 - ordinal());
    }

    /** What having been found so adds to relevance. */
    double worth() {
        return worth;
    }
}
