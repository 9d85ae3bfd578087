package terrace.orders.reviews;

/** What somebody writes of a line of an order. */
public record NewReview(int position, int stars, String text) {}
