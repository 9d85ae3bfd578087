package terrace.marketplace.assistance;

import java.time.Instant;

/** What came of a clerk's offer to act for a household. */
public sealed interface Asking {

    /** The household was told, with a code to pass on. */
    record Asked(Assistance assistance) implements Asking {}

    /** It agreed before. */
    record ActsAlready(Assistance assistance) implements Asking {}

    /** Neither an e-mail address nor a mobile number of the mainland. */
    record BadContact() implements Asking {}

    record NameMissing() implements Asking {}

    /** A clerk acts neither for themselves nor for relatives: somebody else has to look. */
    record Related() implements Asking {}

    /** No text messages go out from here, and this is a number. */
    record NoWay() implements Asking {}

    /** The clerk was dismissed a moment ago. */
    record NotInOffice() implements Asking {}

    record TooMany(Instant tryAgainAt) implements Asking {}
}
