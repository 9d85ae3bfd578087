package terrace.orders.purchases;

import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;
import terrace.marketplace.events.Event;
import terrace.marketplace.events.EventName;

/** The money for a purchase is here; its orders may be sent. */
@Serdeable
@EventName("purchase.paid")
public record PurchasePaid(UUID purchaseId, UUID memberId) implements Event {}
