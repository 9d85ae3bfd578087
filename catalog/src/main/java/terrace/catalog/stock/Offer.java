package terrace.catalog.stock;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What can be bought of a SKU now.
 *
 * @param shipsFrom the day from which it is sent, where it is sold before the harvest; null for what is on hand
 */
public record Offer(long pieces, @Nullable LocalDate shipsFrom) {
    static final Offer NONE = new Offer(0, null);
}
