package terrace.marketplace.bankaccounts;

import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;
import terrace.marketplace.events.Event;
import terrace.marketplace.events.EventName;

/** A bank account waits to be proven. */
@Serdeable
@EventName("bank-account.given")
public record BankAccountGiven(UUID bankAccountId) implements Event {}
