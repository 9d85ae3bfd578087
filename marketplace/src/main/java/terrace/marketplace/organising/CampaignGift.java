package terrace.marketplace.organising;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;

/**
 * What was given to charity with one purchase of a campaign's goods, as anybody may read it; never taken back.
 *
 * @param at when it was paid
 * @param countedAt when it became known here
 */
@Introspected
public record CampaignGift(long fen, Instant at, Instant countedAt) {}
