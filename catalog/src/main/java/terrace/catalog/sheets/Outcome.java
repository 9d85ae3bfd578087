package terrace.catalog.sheets;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.catalog.listings.NewListing;

/**
 * What a row did.
 *
 * @param listingId the listing it made or changed
 * @param before the listing as its merchant wanted it before, with the one after it, in the first row of a code that
 *     changed it
 * @param stockBefore with the stock after it, where the row changed the stock
 */
record Outcome(
        int row,
        Kind kind,
        @Nullable UUID listingId,
        @Nullable UUID skuId,
        @Nullable NewListing before,
        @Nullable NewListing after,
        @Nullable Long stockBefore,
        @Nullable Long stockAfter) {

    enum Kind {
        CREATED,
        CHANGED,
        SAME,
        REFUSED,
        LEFT_OUT
    }

    static Outcome of(int row, Kind kind) {
        return new Outcome(row, kind, null, null, null, null, null, null);
    }
}
