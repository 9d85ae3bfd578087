package terrace.catalog.campaignletters;

import java.time.Instant;
import java.util.UUID;

/**
 * Something an organiser wrote to shops.
 *
 * @param shops it goes to
 * @param told of them so far
 */
public record CampaignLetter(UUID id, Audience audience, String text, Instant sentAt, int shops, int told) {}
