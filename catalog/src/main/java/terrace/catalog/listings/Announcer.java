package terrace.catalog.listings;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import terrace.marketplace.events.Events;

/** Tells the world which listings are not what they were, in events of bearable size. */
@Singleton
class Announcer {
    private final Events events;

    Announcer(Events events) {
        this.events = events;
    }

    void changed(List<UUID> listingIds) {
        for (int from = 0; from < listingIds.size(); from += ListingsChanged.IDS_MAX) {
            int to = Math.min(listingIds.size(), from + ListingsChanged.IDS_MAX);
            events.publish(new ListingsChanged(List.copyOf(listingIds.subList(from, to))));
        }
    }
}
