package terrace.marketplace.campaigns;

import java.time.Instant;
import java.util.List;

/**
 * One snapshot of a campaign's facts; every page is fed by it, so that they agree.
 *
 * @param at when it was taken
 */
public record Tally(Sums whole, List<Sums> byListing, Instant at) {}
