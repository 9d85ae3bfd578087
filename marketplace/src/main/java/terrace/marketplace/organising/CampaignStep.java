package terrace.marketplace.organising;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something done to a campaign.
 *
 * @param accountId who did it; null for time
 * @param note why, empty where nothing had to be said
 */
@MappedEntity(value = "campaign_step", schema = "marketplace")
public record CampaignStep(
        @Id long id, UUID campaignId, Act act, @Nullable UUID accountId, String note, Instant at) {

    public static final int NOTE_CHARACTERS_MIN = 4;
    public static final int NOTE_CHARACTERS_MAX = 500;

    static boolean good(String note) {
        return note.length() >= NOTE_CHARACTERS_MIN && note.length() <= NOTE_CHARACTERS_MAX;
    }
}
