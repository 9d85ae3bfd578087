package terrace.marketplace.campaigns;

import io.micronaut.core.annotation.Introspected;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Facts of one listing, or of the whole campaign, added up.
 *
 * @param listingId null for the whole
 * @param giftFen what buyers gave to charity with purchases of it; of the whole only
 * @param lateGrams of what was returned, the part that came back after the end
 */
@Introspected
public record Sums(
        @Nullable UUID listingId,
        long soldGrams,
        long soldFen,
        long returnedGrams,
        long returnedFen,
        long lateGrams,
        long lateFen,
        long orders,
        long giftFen) {

    static final Sums NOTHING = new Sums(null, 0, 0, 0, 0, 0, 0, 0, 0);

    /** Sold less returned. */
    public long grams() {
        return soldGrams - returnedGrams;
    }

    /** Sold less returned. */
    public long fen() {
        return soldFen - returnedFen;
    }
}
