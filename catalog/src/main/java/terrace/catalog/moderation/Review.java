package terrace.catalog.moderation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something of a merchant's that an operator is asked to look at.
 *
 * @param reason why it was returned, empty otherwise
 * @param changes in the order of the form; empty for a new listing, which is looked at as a whole
 */
public record Review(
        UUID id,
        UUID listingId,
        UUID merchantId,
        Kind kind,
        State state,
        UUID submittedBy,
        Instant submittedAt,
        @Nullable UUID decidedBy,
        @Nullable Instant decidedAt,
        String reason,
        List<Change> changes) {

    /** What is asked for. */
    public enum Kind {
        NEW,
        CHANGE
    }

    /** How far it has come. */
    public enum State {
        PENDING,
        APPROVED,
        RETURNED,
        /** The merchant has changed it again, or thought better of it, before anybody decided. */
        OVERTAKEN
    }

    Review with(List<Change> found) {
        return new Review(
                id, listingId, merchantId, kind, state, submittedBy, submittedAt, decidedBy, decidedAt, reason, found);
    }
}
