package terrace.catalog.listings;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.UUID;
import terrace.marketplace.events.Event;
import terrace.marketplace.events.EventName;

/**
 * Something a reader could see of these listings is not what it was: published, reworded, repriced, on or off the
 * shelf, sold out or back, sold more. Who hears it reads them again.
 *
 * @param listingIds at most {@link #IDS_MAX}
 */
@Serdeable
@EventName("listings.changed")
public record ListingsChanged(List<UUID> listingIds) implements Event {
    public static final int IDS_MAX = 500;
}
