package terrace.search.ranking;

/**
 * The steps of the cascade, best first. Each is worth more than all below it together, so that the first order the
 * index gives is the cascade itself, and its score tells which steps found a hit.
 */
public enum Tier {
    /** Put there by an operator; where it stands is said elsewhere. */
    PINNED(2048, 0),
    /** The text as it stands. */
    PHRASE(1024, 0.3),
    /** All words, or other names of the same goods, in the title. */
    ALL_WORDS(512, 1.0),
    /** All words in title, origin, category and merchant. */
    ALL_ABOUT(256, 0.7),
    /** Most pairs of characters. */
    MOST_PAIRS(128, 0),
    /** Words that begin so. */
    STARTS(64, 0.3),
    /** Pinyin or initials of whole words. */
    SOUND(32, 0.8),
    /** Pinyin or initials begun. */
    SOUND_STARTS(16, 0.2),
    /** Most characters, in any order: one may be wrong. */
    MOST_CHARACTERS(8, 0),
    /** The same sound in other characters. */
    HOMOPHONE(4, 0.5),
    /** A Latin word with one letter wrong. */
    TYPO(2, 0.5),
    /** As much of it as was asked for. */
    QUANTITY(1, 0.3);

    private final int bit;
    private final double worth;

    Tier(int bit, double worth) {
        this.bit = bit;
        this.worth = worth;
    }

    public int bit() {
        return bit;
    }

    /** What having been found so adds to relevance. */
    double worth() {
        return worth;
    }
}
