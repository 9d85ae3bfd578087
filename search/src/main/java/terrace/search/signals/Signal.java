package terrace.search.signals;

import java.time.Instant;
import java.util.UUID;

/**
 * Something a member did with goods.
 *
 * @param id minted by whoever tells it, so that the same told twice is one
 * @param seconds how long the page was looked at; 0 for all other kinds
 */
public record Signal(UUID id, UUID memberId, Kind kind, UUID listingId, int seconds, Instant at) {
    public static final int SECONDS_MAX = 3_600;

    /** What was done. */
    public enum Kind {
        /** Opened its page. */
        VIEW,
        /** Stayed there. */
        DWELL,
        /** It was shown as a recommendation and not followed. */
        SKIP,
        /** Put it into the basket. */
        ADD,
        /** Paid for it. */
        BUY
    }
}
