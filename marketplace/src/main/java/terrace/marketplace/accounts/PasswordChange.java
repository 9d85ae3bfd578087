package terrace.marketplace.accounts;

import java.time.Instant;
import java.util.UUID;

/** How an attempt to change or reset a password ended. */
public sealed interface PasswordChange {

    /** All sessions of the account have ended. */
    record Changed(UUID accountId) implements PasswordChange {}

    record WrongPassword() implements PasswordChange {}

    /** The letter's link is unknown, used, or older than {@link PasswordResets#VALID_MINUTES}. */
    record LinkExpired() implements PasswordChange {}

    record WeakPassword(Weakness weakness) implements PasswordChange {}

    record TooManyAttempts(Instant tryAgainAt) implements PasswordChange {}

    record Busy() implements PasswordChange {}
}
