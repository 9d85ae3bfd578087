package terrace.marketplace.campaigns;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Campaigns, and how far they have come. */
@Singleton
public class Campaigns {

    Campaigns() {}

    /** Cached for some seconds, like all that is read here. */
    public Optional<Campaign> bySlug(String slug) {
        throw new UnsupportedOperationException();
    }

    /** Those running at this moment, the one that ends first in front. */
    public List<Campaign> open(Instant moment) {
        throw new UnsupportedOperationException();
    }

    /** Newest start first, over ones and coming ones included. */
    public List<Campaign> all() {
        throw new UnsupportedOperationException();
    }

    /** For each listing the running campaign it is sold in, if any. */
    public Map<UUID, Campaign> ofListings(Set<UUID> listingIds, Instant moment) {
        throw new UnsupportedOperationException();
    }

    public Progress progress(UUID campaignId) {
        throw new UnsupportedOperationException();
    }

    /** Makes the campaign, or brings the one with this slug up to date, its dates and listings included. */
    public Campaign define(NewCampaign campaign) {
        throw new UnsupportedOperationException();
    }

    /**
     * Counts a fact for the campaign its listing was in at that moment; a return goes to where the sale went. False
     * when it was counted before or belongs to no campaign.
     */
    public boolean countSale(CampaignSale sale) {
        throw new UnsupportedOperationException();
    }
}
