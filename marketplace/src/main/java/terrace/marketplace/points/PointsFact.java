package terrace.marketplace.points;

import java.time.Instant;
import java.util.UUID;

/** Points came or went, once. */
public record PointsFact(UUID source, Kind kind, long points, Instant at) {

    /** Why. The source is the order for EARNED, the purchase for FROZEN to USED, the refund for the last two. */
    public enum Kind {
        EARNED,
        FROZEN,
        THAWED,
        USED,
        TAKEN_BACK,
        GIVEN_BACK
    }

    /** With its sign; nothing for USED, which went when it was frozen. */
    public long moved() {
        return switch (kind) {
            case EARNED, THAWED, GIVEN_BACK -> points;
            case FROZEN, TAKEN_BACK -> -points;
            case USED -> 0;
        };
    }
}
