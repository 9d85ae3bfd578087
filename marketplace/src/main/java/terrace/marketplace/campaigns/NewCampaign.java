package terrace.marketplace.campaigns;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A campaign as an organiser writes it down; the slug names it for good. */
public record NewCampaign(
        String slug,
        String title,
        String titleEn,
        String story,
        String storyEn,
        long goalGrams,
        Instant startsAt,
        Instant endsAt,
        String recommendedBy,
        String recommendedByEn,
        int households,
        Campaign.Basis householdsBasis,
        List<UUID> listingIds) {}
