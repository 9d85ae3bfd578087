package terrace.marketplace.organising;

import java.time.Instant;
import java.util.List;
import terrace.marketplace.campaigns.Campaign;
import terrace.marketplace.campaigns.CampaignBlock;
import terrace.marketplace.campaigns.CampaignBudget;
import terrace.marketplace.campaigns.CampaignGoal;
import terrace.marketplace.campaigns.CampaignRules;

/** Everything an organiser writes of a campaign; saved whole, however little of it was changed. */
public record CampaignPlan(
        String slug,
        String title,
        String titleEn,
        String story,
        String storyEn,
        CampaignGoal goal,
        Instant startsAt,
        Instant endsAt,
        String recommendedBy,
        String recommendedByEn,
        int households,
        Campaign.Basis householdsBasis,
        CampaignRules rules,
        CampaignBudget budget,
        List<String> pavilionCodes,
        List<CampaignBlock> blocks) {

    public static final int TITLE_CHARACTERS_MAX = 60;
    public static final int STORY_CHARACTERS_MIN = 20;
    public static final int STORY_CHARACTERS_MAX = 4_000;
    public static final int NAME_CHARACTERS_MAX = 100;
    public static final int PAVILIONS_MAX = 40;
    public static final int DAYS_MAX = 366;

    public static CampaignPlan of(Campaign campaign) {
        return new CampaignPlan(
                campaign.slug(),
                campaign.title(),
                campaign.titleEn(),
                campaign.story(),
                campaign.storyEn(),
                campaign.goal(),
                campaign.startsAt(),
                campaign.endsAt(),
                campaign.recommendedBy(),
                campaign.recommendedByEn(),
                campaign.households(),
                campaign.householdsBasis(),
                campaign.rules(),
                campaign.budget(),
                campaign.pavilionCodes(),
                campaign.blocks());
    }

    public CampaignPlan named(String newSlug, String newTitle, String newTitleEn) {
        return new CampaignPlan(
                newSlug,
                newTitle,
                newTitleEn,
                story,
                storyEn,
                goal,
                startsAt,
                endsAt,
                recommendedBy,
                recommendedByEn,
                households,
                householdsBasis,
                rules,
                budget,
                pavilionCodes,
                blocks);
    }

    public CampaignPlan aiming(CampaignGoal newGoal, int newHouseholds) {
        return new CampaignPlan(
                slug,
                title,
                titleEn,
                story,
                storyEn,
                newGoal,
                startsAt,
                endsAt,
                recommendedBy,
                recommendedByEn,
                newHouseholds,
                householdsBasis,
                rules,
                budget,
                pavilionCodes,
                blocks);
    }

    public CampaignPlan held(Instant from, Instant until, List<String> pavilions) {
        return new CampaignPlan(
                slug,
                title,
                titleEn,
                story,
                storyEn,
                goal,
                from,
                until,
                recommendedBy,
                recommendedByEn,
                households,
                householdsBasis,
                rules,
                budget,
                List.copyOf(pavilions),
                blocks);
    }

    public CampaignPlan ruled(CampaignRules newRules, CampaignBudget newBudget) {
        return new CampaignPlan(
                slug,
                title,
                titleEn,
                story,
                storyEn,
                goal,
                startsAt,
                endsAt,
                recommendedBy,
                recommendedByEn,
                households,
                householdsBasis,
                newRules,
                newBudget,
                pavilionCodes,
                blocks);
    }

    public CampaignPlan told(String newStory, String newStoryEn, List<CampaignBlock> newBlocks) {
        return new CampaignPlan(
                slug,
                title,
                titleEn,
                newStory,
                newStoryEn,
                goal,
                startsAt,
                endsAt,
                recommendedBy,
                recommendedByEn,
                households,
                householdsBasis,
                rules,
                budget,
                pavilionCodes,
                List.copyOf(newBlocks));
    }
}
