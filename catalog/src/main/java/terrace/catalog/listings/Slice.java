package terrace.catalog.listings;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a longer list.
 *
 * @param nextAfter opaque; hand it back to get what follows, null at the end
 */
public record Slice<T>(List<T> items, @Nullable String nextAfter) {}
