package terrace.marketplace.campaigns;

import io.micronaut.core.annotation.Introspected;
import java.util.UUID;

@Introspected
record CampaignListing(UUID campaignId, UUID listingId) {}
