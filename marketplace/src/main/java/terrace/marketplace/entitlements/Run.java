package terrace.marketplace.entitlements;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A sheet being worked off, or done.
 *
 * @param done rows looked at so far
 * @param given rows whose people have their coupon
 */
public record Run(
        UUID id,
        UUID partnerId,
        UUID batchId,
        String title,
        int rows,
        int done,
        long given,
        long bad,
        Instant madeAt,
        @Nullable Instant endedAt) {

    public static final int ROWS_MAX = 10_000;
    public static final int TITLE_CHARS_MAX = 40;
    public static final int DEPARTMENT_CHARS_MAX = 40;
}
