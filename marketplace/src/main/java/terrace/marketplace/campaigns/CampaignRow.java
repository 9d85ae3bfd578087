package terrace.marketplace.campaigns;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@MappedEntity(value = "campaign", schema = "marketplace")
record CampaignRow(
        @Id UUID id,
        String slug,
        String title,
        String titleEn,
        String story,
        String storyEn,
        long goalGrams,
        long goalFen,
        int goalHouseholds,
        Instant startsAt,
        Instant endsAt,
        String recommendedBy,
        String recommendedByEn,
        int households,
        Campaign.Basis householdsBasis,
        CampaignState state,
        @Nullable UUID ownerPartnerId,
        @Nullable UUID madeBy,
        boolean paused,
        @Nullable Instant reachedAt,
        int version,
        int leastDiscountPercent,
        int lowestOfDays,
        @TypeDef(type = DataType.STRING_ARRAY) List<String> originCodes,
        int perMemberCap,
        int leastPledge,
        long budgetFen,
        long reservedFen,
        boolean budgetFunded,
        int platformShare,
        int organiserShare,
        int merchantShare,
        @TypeDef(type = DataType.STRING_ARRAY) List<String> pavilionCodes,
        @TypeDef(type = DataType.STRING_ARRAY) List<String> blocks) {

    Campaign with(List<UUID> listingIds) {
        return new Campaign(
                id,
                slug,
                title,
                titleEn,
                story,
                storyEn,
                new CampaignGoal(goalGrams, goalFen, goalHouseholds),
                startsAt,
                endsAt,
                recommendedBy,
                recommendedByEn,
                households,
                householdsBasis,
                state,
                ownerPartnerId,
                madeBy,
                paused,
                reachedAt,
                version,
                new CampaignRules(leastDiscountPercent, lowestOfDays, originCodes, perMemberCap, leastPledge),
                budget(),
                List.copyOf(pavilionCodes),
                blocks.stream().map(CampaignBlock::valueOf).toList(),
                listingIds);
    }

    /** Where the platform itself is the organiser, it bears both parts. */
    private CampaignBudget budget() {
        int organiser = ownerPartnerId == null ? 0 : organiserShare;
        int platform = CampaignBudget.WHOLE - merchantShare - organiser;
        return new CampaignBudget(budgetFen, reservedFen, platform, organiser, merchantShare, budgetFunded);
    }
}
