package terrace.marketplace.secondfactor;

import java.time.Instant;

/** How an attempt to pass the second factor ended. */
public sealed interface SecondFactorCheck {

    /** {@code recoveryCodesLeft} is told so that people make new ones in time. */
    record Passed(int recoveryCodesLeft) implements SecondFactorCheck {}

    /** Wrong, too old, or used before. */
    record Wrong() implements SecondFactorCheck {}

    record TooManyAttempts(Instant tryAgainAt) implements SecondFactorCheck {}

    /** The account has no second factor. */
    record NotSetUp() implements SecondFactorCheck {}
}
