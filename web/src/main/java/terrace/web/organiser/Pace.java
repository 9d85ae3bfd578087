package terrace.web.organiser;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a campaign will come to if it goes on as it has gone so far.
 *
 * @param atEnd in the measure of the goal
 * @param reachedOn when the goal is come to, null when it is not before a year is over
 */
record Pace(long atEnd, @Nullable Instant reachedOn) {
    /** From less nothing can be told. */
    private static final Duration ELAPSED_MIN = Duration.ofHours(1);

    private static final Duration TOLD_MAX = Duration.ofDays(366);

    /** Null before there is anything to tell by. */
    static @Nullable Pace of(Instant starts, Instant ends, Instant now, long done, long goal) {
        Duration elapsed = Duration.between(starts, now);
        if (elapsed.compareTo(ELAPSED_MIN) < 0 || done <= 0) {
            return null;
        }
        long whole = Duration.between(starts, ends).toSeconds();
        long atEnd = scaled(done, whole, elapsed.toSeconds());
        long needed = scaled(elapsed.toSeconds(), goal, done);
        boolean told = needed <= TOLD_MAX.toSeconds();
        return new Pace(atEnd, told ? starts.plusSeconds(needed) : null);
    }

    private static long scaled(long amount, long by, long of) {
        return BigInteger.valueOf(amount)
                .multiply(BigInteger.valueOf(by))
                .divide(BigInteger.valueOf(of))
                .min(BigInteger.valueOf(Long.MAX_VALUE))
                .longValue();
    }
}
