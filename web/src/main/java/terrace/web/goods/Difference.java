package terrace.web.goods;

import org.jspecify.annotations.Nullable;

/**
 * A field that is not what it was.
 *
 * @param label what it is
 * @param note more about it, such as how far a price rises; null for nothing
 */
record Difference(
        String label, String before, String after, @Nullable String note) {}
