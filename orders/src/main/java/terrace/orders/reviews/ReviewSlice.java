package terrace.orders.reviews;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reviews, newest first.
 *
 * @param nextAfter asks for the following slice, null at the end
 */
public record ReviewSlice(List<Review> reviews, @Nullable UUID nextAfter) {}
