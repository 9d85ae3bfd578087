package terrace.orders.approvals;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A purchase for an organisation.
 *
 * @param limitFen what its buyer might spend alone that day
 */
public record Approval(
        UUID purchaseId,
        UUID purchaserId,
        UUID buyerId,
        long fen,
        long limitFen,
        State state,
        Instant askedAt,
        @Nullable UUID decidedBy,
        @Nullable Instant decidedAt,
        String reason) {

    /** Who lets it be paid. */
    public enum State {
        WITHIN_LIMIT,
        ASKED,
        APPROVED,
        REFUSED
    }

    /** Whether it may be paid as far as the organisation is concerned. */
    public boolean payable() {
        return state == State.WITHIN_LIMIT || state == State.APPROVED;
    }
}
