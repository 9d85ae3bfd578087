package terrace.orders.cart;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line that cannot be bought as it stands.
 *
 * @param line what is known of it; null when the goods are gone altogether
 */
public record UnavailableLine(
        UUID skuId, int quantity, Reason reason, @Nullable CartLine line) {

    /** Why not. */
    public enum Reason {
        /** The listing is no longer on the shelf. */
        OFF_SHELF,
        /** None left. */
        SOLD_OUT,
        /** Some left, fewer than wanted: see the line's {@code available}. */
        TOO_FEW_LEFT,
        /** The merchant does not sell now. */
        MERCHANT_CLOSED
    }
}
