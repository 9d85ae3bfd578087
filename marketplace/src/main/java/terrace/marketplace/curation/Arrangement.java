package terrace.marketplace.curation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One way a pavilion's page is or may be arranged.
 *
 * @param startsAt from when it holds; null while it is only looked at
 * @param begun whether that moment had come when it was read
 */
public record Arrangement(
        UUID id,
        String pavilionCode,
        Content content,
        UUID madeBy,
        Instant madeAt,
        @Nullable Instant startsAt,
        boolean begun,
        @Nullable Instant withdrawnAt) {

    public static final int STORY_CHARS_MAX = 2_000;
    public static final int STORY_EN_CHARS_MAX = 4_000;
    public static final int SEASON_CHARS_MAX = 60;
    public static final int SEASON_EN_CHARS_MAX = 120;
    public static final int COUNTIES_MAX = 60;
    public static final int FLAGSHIP_MAX = 12;

    /**
     * What the page shows.
     *
     * @param sections in their order; what is not named is not shown
     * @param season one line about it
     * @param months of the harvest, from 1
     * @param countyCodes the counties it names: its own, or those it is paired with
     * @param listingIds goods chosen by name
     */
    public record Content(
            List<Section> sections,
            String story,
            String storyEn,
            String season,
            String seasonEn,
            List<Integer> months,
            List<String> countyCodes,
            List<UUID> listingIds) {

        /** Where nobody has arranged anything. */
        public static final Content PLAIN = new Content(
                List.of(Section.PICKS, Section.GOODS, Section.MERCHANTS, Section.CERTIFICATES, Section.PLACES),
                "",
                "",
                "",
                "",
                List.of(),
                List.of(),
                List.of());
    }

    /** How it stands. */
    public enum State {
        DRAFT,
        SCHEDULED,
        /** It holds, or did until a later one began. */
        BEGUN,
        WITHDRAWN
    }

    public State state() {
        if (withdrawnAt != null) {
            return State.WITHDRAWN;
        }
        if (startsAt == null) {
            return State.DRAFT;
        }
        return begun ? State.BEGUN : State.SCHEDULED;
    }
}
