package terrace.catalog.expiry;

import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;
import terrace.marketplace.events.Event;
import terrace.marketplace.events.EventName;

/**
 * A piece of a merchant's listings stands as a paper does; the next begins after this listing.
 *
 * @param after the last listing of the piece, by id
 */
@Serdeable
@EventName("listings.expiry-to-go-on")
public record ExpiryToGoOn(UUID merchantId, UUID paperId, UUID after) implements Event {}
