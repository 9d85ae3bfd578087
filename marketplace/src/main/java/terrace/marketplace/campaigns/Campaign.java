package terrace.marketplace.campaigns;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A time-bound promotion with a goal.
 *
 * @param goalGrams what it means to sell, in grams
 * @param recommendedBy the organisation that found and recommends it, empty when none
 * @param households registered families behind its goods; a number, never names
 * @param householdsBasis how that number is known
 */
public record Campaign(
        UUID id,
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
        Basis householdsBasis,
        List<UUID> listingIds) {

    /** Nothing that was only declared may be shown as audited. */
    public enum Basis {
        DECLARED,
        ENDORSED,
        AUDITED
    }

    public boolean openAt(Instant moment) {
        return !moment.isBefore(startsAt) && moment.isBefore(endsAt);
    }
}
