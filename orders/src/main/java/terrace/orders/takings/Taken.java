package terrace.orders.takings;

/**
 * What a merchant took.
 *
 * @param fen paid for goods, less what was taken back; after the merchant's own discounts
 */
public record Taken(long orders, long fen) {
    public static final Taken NOTHING = new Taken(0, 0);

    /** Both together. */
    public Taken plus(Taken other) {
        return new Taken(orders + other.orders, Math.addExact(fen, other.fen));
    }
}
