package terrace.orders.reviews;

import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;
import terrace.marketplace.events.Event;
import terrace.marketplace.events.EventName;

/** What is shown of a listing's reviews is not what it was. */
@Serdeable
@EventName("reviews.changed")
public record ReviewsChanged(UUID listingId) implements Event {}
