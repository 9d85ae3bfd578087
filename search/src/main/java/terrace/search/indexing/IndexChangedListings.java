package terrace.search.indexing;

import jakarta.inject.Singleton;
import java.util.List;
import terrace.catalog.listings.ListingsChanged;
import terrace.marketplace.events.Subscriber;

/**
 * Notes which listings changed. What they are now is read when they are indexed, after this transaction, since
 * Elasticsearch is never called inside one.
 */
@Singleton
class IndexChangedListings implements Subscriber<ListingsChanged> {
    private final WaitingListingRepository waiting;

    IndexChangedListings(WaitingListingRepository waiting) {
        this.waiting = waiting;
    }

    @Override
    public Class<ListingsChanged> event() {
        return ListingsChanged.class;
    }

    @Override
    public void on(ListingsChanged changed) {
        waiting.add(changed.listingIds());
    }

    @Override
    public void onAll(List<ListingsChanged> changes) {
        waiting.add(changes.stream()
                .flatMap(changed -> changed.listingIds().stream())
                .distinct()
                .toList());
    }
}
