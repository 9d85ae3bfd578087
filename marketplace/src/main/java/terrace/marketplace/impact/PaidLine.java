package terrace.marketplace.impact;

import java.time.Instant;
import java.util.UUID;

/**
 * A line that was paid.
 *
 * @param source the number of its order
 * @param countyCode where the goods come from, as it was said when they were bought
 * @param grams of all its pieces
 * @param fen what all who paid for it paid
 */
public record PaidLine(
        String source,
        int line,
        UUID listingId,
        UUID merchantId,
        String countyCode,
        long grams,
        long fen,
        Instant at) {}
