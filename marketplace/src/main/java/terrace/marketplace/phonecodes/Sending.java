package terrace.marketplace.phonecodes;

import java.time.Instant;

/** What became of a wish for a code. */
public sealed interface Sending {

    /** It is on its way; the phone in the one form it is kept in. */
    record Sent(String phone) implements Sending {}

    /** That is no mobile number. */
    record NoPhone() implements Sending {}

    /** Too many were asked for this phone or from this address. */
    record TooMany(Instant tryAgainAt) implements Sending {}

    /** No text messages go out from here. */
    record NoTexts() implements Sending {}
}
