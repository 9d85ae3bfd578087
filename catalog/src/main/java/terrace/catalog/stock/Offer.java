package terrace.catalog.stock;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What can be bought of a SKU now.
 *
 * @param shipsFrom the day from which it is sent, where it is sold before the harvest; null for what is on hand
 * @param priceUntil when a campaign's price ends that holds now; null in no campaign
 */
public record Offer(
        long pieces,
        @Nullable LocalDate shipsFrom,
        @Nullable Instant priceUntil) {
    static final Offer NONE = new Offer(0, null);

    /** In no campaign. */
    public Offer(long pieces, @Nullable LocalDate shipsFrom) {
        this(pieces, shipsFrom, null);
    }
}
