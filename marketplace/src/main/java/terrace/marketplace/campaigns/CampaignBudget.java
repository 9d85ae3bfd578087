package terrace.marketplace.campaigns;

/**
 * What a campaign may cost and who bears it, in 1/10,000 that make up the whole.
 *
 * @param fen at most, for platform and organiser together; what merchants bear they bear without a limit here
 * @param reservedFen promised out of it
 * @param funded whether the money of the others is there, and kept for it; where it is not, they bear nothing
 */
public record CampaignBudget(long fen, long reservedFen, int platform, int organiser, int merchant, boolean funded) {

    /** The whole, in basis points. */
    public static final int WHOLE = 10_000;

    public static final long FEN_MAX = 100_000_000_00L;

    /** Merchants give what they give. */
    public static final CampaignBudget NONE = new CampaignBudget(0, 0, 0, 0, WHOLE);

    /** As it is written down, before there is money for it. */
    public CampaignBudget(long fen, long reservedFen, int platform, int organiser, int merchant) {
        this(fen, reservedFen, platform, organiser, merchant, false);
    }

    public long leftFen() {
        return fen - reservedFen;
    }

    /**
     * What of a budget is set aside so that the platform's part of it covers one sum and the organiser's the other.
     * With this, neither ever pays more than its part of the budget, however the fen were rounded.
     */
    public long covering(long platformFen, long organiserFen) {
        return Math.max(whole(platformFen, platform), whole(organiserFen, organiser));
    }

    /** The part of so much of the budget that who has this share pays at most. */
    public long part(long ofFen, int share) {
        return share == 0 ? 0 : Math.multiplyExact(ofFen, share) / (platform + organiser);
    }

    private long whole(long partFen, int share) {
        return partFen == 0 ? 0 : Math.ceilDiv(Math.multiplyExact(partFen, platform + organiser), share);
    }
}
