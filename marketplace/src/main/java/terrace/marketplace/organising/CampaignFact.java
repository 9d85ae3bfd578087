package terrace.marketplace.organising;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.UUID;

/**
 * One fact, as anybody may read it: enough to add up, nothing of who bought.
 *
 * @param orderInFile tells orders of one reading apart; it is no order number
 * @param returned whether it is to be subtracted
 * @param at when it happened
 * @param countedAt when it became known here
 * @param afterEnd a correction of the result
 */
@Introspected
public record CampaignFact(
        long orderInFile,
        boolean returned,
        UUID listingId,
        long grams,
        long fen,
        Instant at,
        Instant countedAt,
        boolean afterEnd) {}
