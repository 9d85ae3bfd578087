package terrace.orders.disputes;

import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;
import terrace.marketplace.events.Event;
import terrace.marketplace.events.EventName;

/** The bank has decided for the payer: what was paid stays with them. */
@Serdeable
@EventName("dispute.lost")
public record DisputeLost(UUID disputeId) implements Event {}
