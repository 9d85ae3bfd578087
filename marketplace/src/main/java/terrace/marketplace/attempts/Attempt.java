package terrace.marketplace.attempts;

import java.time.Instant;

/** Whether a try may be made. */
public sealed interface Attempt {

    /** It may, and counts as failed until told otherwise. */
    record Begun(long id) implements Attempt {}

    record TooMany(Instant tryAgainAt) implements Attempt {}
}
