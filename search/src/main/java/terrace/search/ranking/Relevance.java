package terrace.search.ranking;

import org.jspecify.annotations.Nullable;

/**
 * One figure of all the parts. The weights of meaning, characters, words and run were fitted, these only, on real
 * queries and titles of another shop (mvn -Prelevance); .decisions/0022. A hit's figure does not hang on other hits.
 */
public final class Relevance {
    private static final double MEANING = 3;
    private static final double CHARACTERS = 0.8;
    private static final double WORDS = 0.8;
    private static final double RUN = 0.1;
    private static final double STORY = 0.3;

    /** What a rare word scores in a shop of some thousand goods; there characters and words count up to one each. */
    private static final double RARE = 8.3;

    /** Between what has nothing to do with each other (0.3) and what answers (0.6): for a title without vector. */
    private static final double COSINE_UNKNOWN = 0.45;

    private final int characters;
    private final int words;
    private final boolean mayBePinyin;

    /**
     * @param characters how many were asked for
     * @param words how many were asked for
     * @param mayBePinyin then its letters mean nothing, unless a title holds them
     */
    public Relevance(int characters, int words, boolean mayBePinyin) {
        this.characters = Math.max(1, characters);
        this.words = Math.max(1, words);
        this.mayBePinyin = mayBePinyin;
    }

    public double of(Fit fit) {
        double sum = MEANING * meaning(fit)
                + CHARACTERS * fit.characters() / (characters * RARE)
                + WORDS * fit.words() / (words * RARE)
                + RUN * fit.run()
                + STORY * fit.story() / (characters * RARE);
        for (Tier tier : Tier.values()) {
            sum += fit.by(tier) ? tier.worth() : 0;
        }
        return sum;
    }

    private double meaning(Fit fit) {
        @Nullable Double cosine = fit.cosine();
        boolean onlySounds = mayBePinyin && fit.characters() == 0;
        return cosine == null || onlySounds ? COSINE_UNKNOWN : cosine;
    }
}
