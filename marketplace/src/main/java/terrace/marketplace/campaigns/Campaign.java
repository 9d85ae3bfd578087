package terrace.marketplace.campaigns;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A time-bound promotion with a goal.
 *
 * @param recommendedBy the organisation that found and recommends it, empty when none
 * @param households registered families behind its goods; a number, never names
 * @param householdsBasis how that number is known
 * @param ownerPartnerId the organisation that runs it; null for the platform itself
 * @param madeBy who wrote it; null for what the market defined itself
 * @param paused whether it stands still at the moment: what is sold meanwhile does not count for it
 * @param reachedAt when the facts first came to the goal, null when they never did
 * @param version of its words, for those who write them
 * @param pavilionCodes where it belongs, in order
 * @param blocks parts of its page, in order
 */
public record Campaign(
        UUID id,
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
        Basis householdsBasis,
        CampaignState state,
        @Nullable UUID ownerPartnerId,
        @Nullable UUID madeBy,
        boolean paused,
        @Nullable Instant reachedAt,
        int version,
        CampaignRules rules,
        CampaignBudget budget,
        List<String> pavilionCodes,
        List<CampaignBlock> blocks,
        List<UUID> listingIds) {

    /** Nothing that was only declared may be shown as audited. */
    public enum Basis {
        DECLARED,
        ENDORSED,
        AUDITED
    }

    public long goalGrams() {
        return goal.grams();
    }

    /** Whether it sells at this moment: by its dates, for its state may be some seconds late. */
    public boolean openAt(Instant moment) {
        return state.announced() && !paused && !moment.isBefore(startsAt) && moment.isBefore(endsAt);
    }

    /** Whether merchants may enrol: from the check on until it is over. */
    public boolean enrolsAt(Instant moment) {
        return state.announced() && !paused && moment.isBefore(endsAt);
    }

    public boolean overAt(Instant moment) {
        return !moment.isBefore(endsAt);
    }
}
