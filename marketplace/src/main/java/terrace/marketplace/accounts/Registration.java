package terrace.marketplace.accounts;

import java.time.Instant;

/** How an attempt to register ended. */
public sealed interface Registration {

    record Registered(Account account) implements Registration {}

    /** Someone has this sign-in name; attempts are limited by address, so that names can't be tried in bulk. */
    record NameTaken() implements Registration {}

    /** Neither an e-mail address nor a mobile number of the mainland. */
    record BadName() implements Registration {}

    /** The name to be called by is empty or longer than {@link Accounts#NAME_CHARACTERS_MAX}. */
    record BadDisplayName() implements Registration {}

    record WeakPassword(Weakness weakness) implements Registration {}

    record TooManyAttempts(Instant tryAgainAt) implements Registration {}

    /** Too many people are signing in or registering at this moment. */
    record Busy() implements Registration {}
}
