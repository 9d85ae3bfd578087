package terrace.orders.promotions;

/**
 * A fund for buyers' prices, in fen.
 *
 * @param promisedFen what coupons made so far may still take
 */
public record FundState(long balanceFen, long promisedFen) {

    /** What new batches may promise. */
    public long freeFen() {
        return Math.max(0, balanceFen - promisedFen);
    }
}
