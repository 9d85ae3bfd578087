package terrace.catalog.photos;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;

/** Files that nobody uses any more: whole photos taken off a desk, and cuts that never went on sale. */
@Singleton
class UnusedPhotos {
    /** As long as a merchant may think better of it, and a review may wait. */
    static final int GRACE_DAYS = 14;

    private static final int AT_ONCE = 50;

    private final PhotoRows rows;
    private final PhotoStore store;

    UnusedPhotos(PhotoRows rows, PhotoStore store) {
        this.rows = rows;
        this.store = store;
    }

    /**
     * A piece of them. The files go before the rows do, in the same transaction: whoever makes the same cut again waits
     * for the row, and so does not write into a removal; after a crash the rows lead here again.
     */
    @Transactional
    void remove() {
        for (String key : rows.leaving(GRACE_DAYS, AT_ONCE)) {
            store.removeWhole(key);
            rows.stay(key);
        }
        rows.forgetUnused(GRACE_DAYS, AT_ONCE).forEach(store::removeCuts);
    }
}
