package terrace.marketplace.staff;

import java.util.UUID;

/** What came of accepting an invitation. */
public sealed interface Accepting {

    record Joined(UUID merchantId) implements Accepting {}

    /** It went to somebody else's address or number. */
    record NotYours() implements Accepting {}

    /** Used, withdrawn, renewed or too old. */
    record Gone() implements Accepting {}
}
