package terrace.marketplace.campaigns;

/** What a campaign means to come to; nought where it sets itself no such goal, but never nought in all three. */
public record CampaignGoal(long grams, long fen, int households) {

    /** By which of them progress is told. */
    public enum Measure {
        GRAMS,
        FEN,
        HOUSEHOLDS
    }

    public static final long GRAMS_MAX = 100_000_000L * 500;
    public static final long FEN_MAX = 10_000_000_000_00L;
    public static final int HOUSEHOLDS_MAX = 10_000_000;

    /** The first of those set. */
    public Measure leading() {
        return grams > 0 ? Measure.GRAMS : fen > 0 ? Measure.FEN : Measure.HOUSEHOLDS;
    }

    public boolean none() {
        return grams == 0 && fen == 0 && households == 0;
    }

    public boolean reachedBy(long soldGrams, long soldFen, int helped) {
        return switch (leading()) {
            case GRAMS -> soldGrams >= grams;
            case FEN -> soldFen >= fen;
            case HOUSEHOLDS -> households > 0 && helped >= households;
        };
    }
}
