package terrace.catalog.stock;

/** What became of a correction of stock. */
public sealed interface Adjustment {
    record Adjusted(long onHand, long available) implements Adjustment {}

    /** It would leave less than what is promised to unpaid purchases. */
    record Promised(long held) implements Adjustment {}
}
