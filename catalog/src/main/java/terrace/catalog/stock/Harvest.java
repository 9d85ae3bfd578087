package terrace.catalog.stock;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A harvest that is expected, or has come; in pieces of its SKU.
 *
 * @param percent how much of what is expected may be sold early
 * @param quota how many may be sold early
 * @param promised sold early, or kept for those who are paying
 * @param arrived what came so far
 */
public record Harvest(
        UUID id,
        UUID listingId,
        UUID skuId,
        LocalDate expectedOn,
        long expected,
        int percent,
        boolean open,
        long quota,
        long promised,
        long arrived) {

    /** Promised, and not to be had from this harvest. */
    public long missing() {
        return Math.max(0, promised - (open ? expected : arrived));
    }
}
