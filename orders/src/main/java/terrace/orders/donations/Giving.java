package terrace.orders.donations;

import java.net.URI;

/** What comes of wanting to give. */
public sealed interface Giving {

    /** It is given; show the receipt. */
    record Given() implements Giving {}

    /** The bank has not said yet. */
    record BeingConfirmed() implements Giving {}

    /** Send the member to the bank's page. */
    record PayAt(URI page) implements Giving {}

    /** The bank does not answer, or will not: nothing was charged. */
    record NotNow() implements Giving {}

    /** No agreement was signed: by the bank's page, then. */
    record NotSigned() implements Giving {}

    /** More than the agreement goes for; so much it still does, in fen. */
    record OverLimit(long leftFen) implements Giving {}

    /** Nobody to give to, an amount that is none, or somebody else's. */
    record NotPossible() implements Giving {}
}
