package terrace.catalog.stock;

import java.time.Instant;
import java.util.UUID;

/**
 * A line of the stock ledger; the sum of a SKU's quantities is what is on hand.
 *
 * @param quantity pieces, negative when goods leave
 * @param reference what it belongs to, such as a purchase; empty when nothing
 */
public record Movement(UUID skuId, Kind kind, long quantity, String reason, String reference, Instant at) {

    /** Why goods moved. */
    public enum Kind {
        IN,
        OUT,
        SPOILED,
        COUNTED,
        /** Put right for a reason told, more or less. */
        ADJUSTED
    }
}
