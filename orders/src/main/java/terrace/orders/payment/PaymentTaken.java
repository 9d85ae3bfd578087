package terrace.orders.payment;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.UUID;
import terrace.marketplace.events.Event;
import terrace.marketplace.events.EventName;

/** A payable has been paid; published once for it. */
@Serdeable
@EventName("payment.taken")
public record PaymentTaken(UUID paymentId, String payableKind, UUID payableId, long fen, Instant at) implements Event {}
