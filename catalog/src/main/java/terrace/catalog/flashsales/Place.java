package terrace.catalog.flashsales;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody stands in line.
 *
 * @param ahead how many are to be served before
 * @param offeredUntil until when a piece is kept for them; null while there is none
 */
public record Place(long ahead, @Nullable Instant offeredUntil) {}
