package terrace.orders.returns;

/** What became of a step of a claim. */
public sealed interface Stepping {

    record Done(Claim claim) implements Stepping {}

    /** It stands somewhere else by now. */
    record NotNow(ClaimState state) implements Stepping {}

    record Refused(Fault fault) implements Stepping {}

    /** Each is a sentence on the page. */
    enum Fault {
        WORDS_MISSING,
        WORDS_TOO_LONG,
        /** Nothing, or more than was asked. */
        SUM,
        TRACKING,
        /** More pieces than came back. */
        QUANTITY,
        /** Who mediated does not judge. */
        OWN_MEDIATION,
        PHOTO_UNREADABLE,
        TOO_MANY_PHOTOS
    }
}
