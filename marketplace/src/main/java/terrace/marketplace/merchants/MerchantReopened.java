package terrace.marketplace.merchants;

import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;
import terrace.marketplace.events.Event;
import terrace.marketplace.events.EventName;

/** The last reason against a merchant was lifted: it sells again. */
@Serdeable
@EventName("merchant.reopened")
public record MerchantReopened(UUID merchantId) implements Event {}
