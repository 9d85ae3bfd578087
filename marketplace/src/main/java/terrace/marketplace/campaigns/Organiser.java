package terrace.marketplace.campaigns;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who runs campaigns, and for whom.
 *
 * @param partnerId the organisation they speak for; null when it is the platform itself
 */
public record Organiser(UUID accountId, @Nullable UUID partnerId) {

    /** Whether this campaign is theirs to run. */
    public boolean runs(Campaign campaign) {
        return Objects.equals(partnerId, campaign.ownerPartnerId());
    }
}
