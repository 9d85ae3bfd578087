package terrace.orders.returns;

import java.util.List;

/**
 * A claim with all that happened, as both sides see it.
 *
 * @param photos how many there are; the first has number 1
 */
public record ClaimFile(Claim claim, List<ClaimEvent> events, int photos) {}
