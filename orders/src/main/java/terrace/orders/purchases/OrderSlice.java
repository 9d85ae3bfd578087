package terrace.orders.purchases;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Orders, newest first; {@code nextAfter} asks for the following slice and is null at the end. */
public record OrderSlice(List<Order> orders, @Nullable String nextAfter) {}
