package terrace.marketplace.applications;

import java.time.Instant;
import java.util.Map;

/**
 * One step of an application's history.
 *
 * @param reasons by field id or kind of paper, why it was returned
 */
public record Step(long id, Instant at, String actor, Act act, Map<String, String> reasons, String note) {

    public enum Act {
        STARTED,
        SUBMITTED,
        ENDORSED,
        RETURNED,
        REFUSED,
        FIRST_LOOK,
        REVIEWED,
        SIGNED,
        OPENED
    }
}
