package terrace.orders.donations;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a member wants to give.
 *
 * @param id minted when the page was shown
 * @param project the code of what it is for; null for the charity's work as a whole
 * @param named whether the giver wants to be named
 */
public record Wish(UUID id, long fen, @Nullable String project, boolean named) {}
