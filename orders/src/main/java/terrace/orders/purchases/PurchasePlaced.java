package terrace.orders.purchases;

import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;
import terrace.marketplace.events.Event;
import terrace.marketplace.events.EventName;

/** A purchase stands and waits for its money. */
@Serdeable
@EventName("purchase.placed")
public record PurchasePlaced(UUID purchaseId, UUID memberId) implements Event {}
