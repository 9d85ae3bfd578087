package terrace.orders.returns;

import java.util.Arrays;
import java.util.Optional;

/**
 * The published scale for spoiled goods: how much of them is spoiled, and what part of their price is then suggested
 * as refund. Each step gives the whole of its range, so that nobody has to weigh rotten fruit.
 */
public enum Spoiled {
    UP_TO_A_TENTH(10),
    UP_TO_A_THIRD(35),
    UP_TO_HALF(50),
    MORE(100);

    private static final int PERCENT = 100;

    private final int percent;

    Spoiled(int percent) {
        this.percent = percent;
    }

    /** The part of the price, in percent. */
    public int percent() {
        return percent;
    }

    /** Of goods of this price, in fen, rounded up: in doubt for who got them. */
    public long refundFen(long fen) {
        return Math.ceilDiv(Math.multiplyExact(fen, percent), PERCENT);
    }

    /** From a form. */
    public static Optional<Spoiled> of(String name) {
        return Arrays.stream(values()).filter(step -> step.name().equals(name)).findFirst();
    }
}
