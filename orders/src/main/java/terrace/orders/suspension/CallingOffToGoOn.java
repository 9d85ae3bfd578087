package terrace.orders.suspension;

import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;
import terrace.marketplace.events.Event;
import terrace.marketplace.events.EventName;

/**
 * A piece of a suspended merchant's unpaid purchases was looked at; the next begins after this purchase.
 *
 * @param after the last purchase of the piece, by id
 */
@Serdeable
@EventName("purchases.calling-off-to-go-on")
public record CallingOffToGoOn(UUID merchantId, UUID after) implements Event {}
