package terrace.catalog.enrolments;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.catalog.listings.Listing;
import terrace.catalog.listings.Sku;

/**
 * Whether a listing may join a campaign, and why not.
 *
 * @param faults nothing when it may, as far as the listing goes
 */
public record Standing(Listing listing, Set<Fault> faults, List<OfSku> skus) {

    /** Whether there is anything of it to choose. */
    public boolean mayJoin() {
        return faults.isEmpty() && skus.stream().anyMatch(sku -> sku.faults().isEmpty());
    }

    /**
     * Of one SKU. Money in fen.
     *
     * @param free pieces that can be pledged
     * @param lowestFen the lowest price of the days the rules look at; null where they do not, or it was not on sale
     * @param beforeFen what a reduction is reckoned from where others bear a part: the lowest price of thirty days
     * @param mostFen the highest price the rules allow
     * @param clashId the campaign whose price would hold at the same time; null for none
     */
    public record OfSku(
            Sku sku,
            long free,
            @Nullable Long lowestFen,
            long beforeFen,
            long mostFen,
            @Nullable UUID clashId,
            Set<Fault> faults) {}
}
