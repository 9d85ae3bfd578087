package terrace.marketplace.campaigns;

/**
 * What a campaign may cost and who bears it, in 1/10,000 that make up the whole.
 *
 * @param fen at most, for platform and organiser together; what merchants bear they bear without a limit here
 * @param reservedFen promised out of it
 */
public record CampaignBudget(long fen, long reservedFen, int platform, int organiser, int merchant) {

    /** The whole, in basis points. */
    public static final int WHOLE = 10_000;

    public static final long FEN_MAX = 100_000_000_00L;

    /** Merchants give what they give. */
    public static final CampaignBudget NONE = new CampaignBudget(0, 0, 0, 0, WHOLE);

    public long leftFen() {
        return fen - reservedFen;
    }
}
