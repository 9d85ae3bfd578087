package terrace.marketplace.campaigns;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

@MappedEntity(value = "campaign", schema = "marketplace")
record CampaignRow(
        @Id UUID id,
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
        Campaign.Basis householdsBasis) {

    Campaign with(List<UUID> listingIds) {
        return new Campaign(
                id,
                slug,
                title,
                titleEn,
                story,
                storyEn,
                goalGrams,
                startsAt,
                endsAt,
                recommendedBy,
                recommendedByEn,
                households,
                householdsBasis,
                listingIds);
    }
}
