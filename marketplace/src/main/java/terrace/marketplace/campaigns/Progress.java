package terrace.marketplace.campaigns;

/** How far a campaign has come, summed from facts: what was sold less what came back. */
public record Progress(long grams, long fen, long orders, int households) {}
