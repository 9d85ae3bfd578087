package terrace.marketplace.gifts;

import java.util.List;
import java.util.UUID;

/**
 * What coming today brought.
 *
 * @param streak days in a row, today among them
 * @param couponIds given now
 */
public record SignedIn(int streak, List<UUID> couponIds) {}
