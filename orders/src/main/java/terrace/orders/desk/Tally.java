package terrace.orders.desk;

/**
 * How a merchant's orders stand; no count is above {@link OrderDesk#COUNT_MAX}.
 *
 * @param late to be sent, and past its time
 * @param tonight to be sent before the day ends
 * @param shipped on their way
 * @param escrowFen what members have paid for orders they have not accepted yet; the bank keeps it
 */
public record Tally(int toShip, int late, int tonight, int shipped, long escrowFen) {}
