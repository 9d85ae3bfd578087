package terrace.orders.fulfilment;

import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;
import terrace.marketplace.events.Event;
import terrace.marketplace.events.EventName;

/** A merchant has sent an order. */
@Serdeable
@EventName("order.shipped")
public record OrderShipped(UUID orderId, String number, UUID memberId, UUID merchantId) implements Event {}
