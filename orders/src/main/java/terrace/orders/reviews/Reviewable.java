package terrace.orders.reviews;

import org.jspecify.annotations.Nullable;
import terrace.orders.purchases.OrderLine;

/**
 * A line of an order, and its review.
 *
 * @param review null while there is none
 * @param fault why none can be written; null when one can
 */
public record Reviewable(OrderLine line, @Nullable Review review, Writing.@Nullable Fault fault) {}
