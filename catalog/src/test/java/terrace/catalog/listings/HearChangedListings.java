package terrace.catalog.listings;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import terrace.marketplace.events.EventWorker;
import terrace.marketplace.events.Subscriber;

/** Writes down which listings were said to have changed. */
@Singleton
public class HearChangedListings implements Subscriber<ListingsChanged> {
    private final List<UUID> heard = new ArrayList<>();

    @Override
    public Class<ListingsChanged> event() {
        return ListingsChanged.class;
    }

    @Override
    public synchronized void on(ListingsChanged event) {
        heard.addAll(event.listingIds());
    }

    /** What was heard since the last time somebody asked. */
    public List<UUID> since(EventWorker worker) {
        worker.drain();
        synchronized (this) {
            List<UUID> since = List.copyOf(heard);
            heard.clear();
            return since;
        }
    }
}
