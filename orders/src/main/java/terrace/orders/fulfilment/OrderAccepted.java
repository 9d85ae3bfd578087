package terrace.orders.fulfilment;

import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;
import terrace.marketplace.events.Event;
import terrace.marketplace.events.EventName;

/** An order is accepted, by its member or by time; its money is the merchant's. */
@Serdeable
@EventName("order.accepted")
public record OrderAccepted(UUID orderId, String number, UUID memberId, UUID merchantId) implements Event {}
