package terrace.catalog.suspension;

import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;
import terrace.marketplace.events.Event;
import terrace.marketplace.events.EventName;

/**
 * A piece of a merchant's listings stands as the merchant does; the next begins after this listing.
 *
 * @param after the last listing of the piece, by id
 */
@Serdeable
@EventName("listings.suspension-to-go-on")
public record SuspensionToGoOn(UUID merchantId, UUID after) implements Event {}
