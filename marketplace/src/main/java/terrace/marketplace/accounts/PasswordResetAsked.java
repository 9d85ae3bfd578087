package terrace.marketplace.accounts;

import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;
import terrace.marketplace.events.Event;
import terrace.marketplace.events.EventName;

/** Someone asked for a new password, perhaps for an account that does not exist. */
@Serdeable
@EventName("password-reset.asked")
public record PasswordResetAsked(UUID requestId) implements Event {}
