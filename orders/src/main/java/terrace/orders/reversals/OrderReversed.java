package terrace.orders.reversals;

import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;
import terrace.marketplace.events.Event;
import terrace.marketplace.events.EventName;

/** A part of an order, or all of it, was taken back. */
@Serdeable
@EventName("order.reversed")
public record OrderReversed(UUID reversalId, UUID orderId, String number, UUID memberId, UUID merchantId)
        implements Event {}
