package terrace.marketplace.organising;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

/** An organiser's wish that a campaign end later; waiting until an operator has decided. */
@MappedEntity(value = "campaign_extension", schema = "marketplace")
public record CampaignExtension(
        @Id UUID id, UUID campaignId, Instant endsAt, String reason, UUID askedBy, Instant askedAt) {}
