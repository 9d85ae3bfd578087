package terrace.web.applications;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An application to be read.
 *
 * @param name as applied under; empty in a draft without one
 * @param partner who recommends it; empty for nobody
 * @param word what is known of that recommendation; null for nobody's, and where it is not shown
 * @param daysLeft until it shall be decided; null while the clock stands still
 * @param flags words are at {@code applications.flag.<name>}
 * @param reasons why it was last returned, by field or kind of paper, while that holds
 * @param note what was said to it
 */
record Dossier(
        UUID id,
        int round,
        String state,
        String kind,
        String name,
        String place,
        String partner,
        @Nullable Word word,
        @Nullable String since,
        @Nullable Long daysLeft,
        boolean secondLook,
        boolean lookedAt,
        boolean proven,
        List<Answer> answers,
        List<Sheet> papers,
        List<String> flags,
        Map<String, String> reasons,
        String note,
        List<Mark> marks) {

    /**
     * One answer.
     *
     * @param field its id; words are at {@code applications.field.<field>}
     * @param masked whether more of it is known than shown
     */
    record Answer(String field, String text, boolean masked) {}

    /**
     * What a partner said of its recommendation.
     *
     * @param said words are at {@code applications.word.<said>}
     * @param on the day; empty while nobody has said anything
     */
    record Word(String said, String on, String sentence) {}

    /**
     * One paper.
     *
     * @param kind words are at {@code applications.paper.<kind>}
     * @param until the last day it is good; empty for one without end
     */
    record Sheet(UUID id, String kind, String number, String until, boolean expired, boolean picture) {}

    /** One step, as {@code components/timeline} shows it. */
    record Mark(
            String text, @Nullable String time, @Nullable String note, boolean done, boolean current) {}
}
