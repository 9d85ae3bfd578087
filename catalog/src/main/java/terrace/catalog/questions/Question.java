package terrace.catalog.questions;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a member asked about a listing. Who asked is never shown.
 *
 * @param answer as it stands now, empty while there is none
 * @param answerVersion how often it was written, 0 while there is none
 * @param answeredAt when it was first answered
 * @param hiddenReason why an operator hides it, empty while it is not
 * @param answerHiddenReason why an operator hides this version of the answer
 */
public record Question(
        UUID id,
        UUID listingId,
        UUID merchantId,
        UUID memberId,
        String text,
        Instant askedAt,
        String answer,
        int answerVersion,
        @Nullable Instant answeredAt,
        String hiddenReason,
        String answerHiddenReason) {

    public boolean answered() {
        return answeredAt != null;
    }

    public boolean hidden() {
        return !hiddenReason.isEmpty();
    }

    public boolean answerHidden() {
        return !answerHiddenReason.isEmpty();
    }
}
