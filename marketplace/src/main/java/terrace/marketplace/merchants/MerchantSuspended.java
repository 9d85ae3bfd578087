package terrace.marketplace.merchants;

import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;
import terrace.marketplace.events.Event;
import terrace.marketplace.events.EventName;

/** A merchant that sold may no longer sell. */
@Serdeable
@EventName("merchant.suspended")
public record MerchantSuspended(UUID merchantId) implements Event {}
