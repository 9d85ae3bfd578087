package terrace.catalog.stock;

/**
 * How a SKU stands, in pieces.
 *
 * @param held promised to unpaid purchases
 * @param lowAt so many or fewer to buy is a warning; 0 when nobody asked for one
 */
public record Level(long onHand, long held, long lowAt) {

    public long available() {
        return onHand - held;
    }

    public boolean isLow() {
        return lowAt > 0 && available() <= lowAt;
    }
}
