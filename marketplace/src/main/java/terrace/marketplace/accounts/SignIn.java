package terrace.marketplace.accounts;

import java.time.Instant;

/** How an attempt to sign in ended. */
public sealed interface SignIn {

    /** Name and password are right; {@code next} says what is still asked for before the session counts in full. */
    record SignedIn(Account account, Next next) implements SignIn {}

    /** Unknown name, wrong password or closed account: told apart to nobody. */
    record Refused() implements SignIn {}

    record TooManyAttempts(Instant tryAgainAt) implements SignIn {}

    /** Too many people are signing in at this moment. */
    record Busy() implements SignIn {}

    enum Next {
        NOTHING,
        /** Ask for the code of the second factor. */
        SECOND_FACTOR,
        /** A second factor is required of this account and has not been set up yet. */
        SET_UP_SECOND_FACTOR
    }
}
