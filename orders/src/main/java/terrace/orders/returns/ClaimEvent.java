package terrace.orders.returns;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A step of a claim; never changed.
 *
 * @param actorId null where time did it
 * @param fen the sum it is about, where it is about one
 */
public record ClaimEvent(
        int seq,
        Instant at,
        Actor actor,
        @Nullable UUID actorId,
        Act act,
        @Nullable Long fen,
        String words) {

    /** On whose side somebody acts. */
    public enum Actor {
        MEMBER,
        MERCHANT,
        MEDIATOR,
        ARBITER,
        TIME
    }

    /** What was done. */
    public enum Act {
        OPENED,
        PHOTO,
        GRANTED,
        OFFERED,
        REFUSED,
        AGREED,
        DECLINED,
        APPEALED,
        PROPOSED,
        DECIDED,
        HANDED_ON,
        SENT_BACK,
        CAME_BACK,
        CONTESTED,
        REFUNDED,
        CLOSED,
        WITHDRAWN
    }
}
