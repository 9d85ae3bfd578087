package terrace.marketplace.governance;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a partner proposes for a pavilion it co-owns.
 *
 * @param subjectId the merchant or the listing
 * @param votes by partner; the proposer's own is among them
 * @param decided null while more votes are needed
 */
public record Proposal(
        UUID id,
        String pavilionCode,
        UUID partnerId,
        Kind kind,
        UUID subjectId,
        String sentence,
        Instant madeAt,
        @Nullable Decided decided,
        Map<UUID, Boolean> votes) {

    public static final int SENTENCE_CHARS_MIN = 4;
    public static final int SENTENCE_CHARS_MAX = 300;

    /** What is proposed. */
    public enum Kind {
        MERCHANT,
        LISTING
    }

    /** What the votes came to. */
    public enum Decided {
        ACCEPTED,
        REFUSED
    }
}
