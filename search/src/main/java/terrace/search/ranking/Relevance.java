package terrace.search.ranking;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ObjDoubleConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One figure of all the parts. The weights of meaning, characters, words, story and run were fitted, these only, on
 * real queries and titles of other shops (mvn -Prelevance); .decisions/0022. A hit's figure does not hang on others.
 */
public final class Relevance {
    private static final Weights CHINESE = new Weights(3, 0.8, 0.8, 0.3, 1);

    /** The model has learnt Chinese: of Latin letters alone it knows little, and neither does their order. */
    private static final Weights LATIN = new Weights(0.2, 0.4, 0.2, 0.8, 0);

    private static final double RUN = 0.1;

    private static final Tier[] TIERS = Tier.values();

    /** Of a Latin word with a wrong letter, where several good words may stand just so. */
    private static final double TYPO_OF_LATIN = 0.1;

    /** What a rare word scores in a shop of some thousand goods; there characters and words count up to one each. */
    private static final double RARE = 8.3;

    /** Between what has nothing to do with each other (0.3) and what answers (0.6): for a title without vector. */
    private static final double COSINE_UNKNOWN = 0.45;

    private final int characters;
    private final int words;
    private final boolean mayBePinyin;
    private final Weights weights;

    /**
     * @param characters how many were asked for
     * @param words how many were asked for
     * @param mayBePinyin then its letters mean nothing, unless a title holds them
     */
    public Relevance(int characters, int words, boolean mayBePinyin) {
        this.characters = Math.max(1, characters);
        this.words = Math.max(1, words);
        this.mayBePinyin = mayBePinyin;
        this.weights = mayBePinyin ? LATIN : CHINESE;
    }

    public double of(Fit fit) {
        Total total = new Total();
        weigh(fit, (part, worth) -> total.sum += worth);
        return total.sum;
    }

    /** The same, part by part, without those that add nothing. */
    public List<Worth> partsOf(Fit fit) {
        List<Worth> parts = new ArrayList<>();
        weigh(fit, (part, worth) -> {
            if (worth != 0) {
                parts.add(new Worth(part, worth));
            }
        });
        return parts;
    }

    private void weigh(Fit fit, ObjDoubleConsumer<String> add) {
        add.accept("meaning", weights.meaning * meaning(fit));
        add.accept("characters", weights.characters * fit.characters() / (characters * RARE));
        add.accept("words", weights.words * fit.words() / (words * RARE));
        add.accept("story", weights.story * fit.story() / (characters * RARE));
        add.accept("run", RUN * fit.run());
        for (Tier tier : TIERS) {
            if (fit.by(tier)) {
                add.accept(tier.name(), worth(tier));
            }
        }
    }

    private double meaning(Fit fit) {
        @Nullable Double cosine = fit.cosine();
        boolean onlySounds = mayBePinyin && fit.characters() == 0;
        return cosine == null || onlySounds ? COSINE_UNKNOWN : cosine;
    }

    private double worth(Tier tier) {
        return switch (tier) {
            case PHRASE -> weights.phrase * tier.worth();
            case TYPO -> mayBePinyin ? TYPO_OF_LATIN : tier.worth();
            default -> tier.worth();
        };
    }

    private record Weights(double meaning, double characters, double words, double story, double phrase) {}

    private static final class Total {
        private double sum;
    }
}
