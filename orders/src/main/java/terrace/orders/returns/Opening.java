package terrace.orders.returns;

/** What became of the wish to claim. */
public sealed interface Opening {

    /** It stands; also when the line had an open claim before. */
    record Opened(Claim claim) implements Opening {}

    record Refused(Fault fault) implements Opening {}

    /** Each is a sentence on the page. */
    enum Fault {
        /** Not sent yet, or never paid: it is called off instead. */
        NOT_SENT,
        NO_SUCH_LINE,
        QUANTITY,
        SPOILED_MISSING,
        /** More than the goods cost, or nothing. */
        SUM,
        WORDS_MISSING,
        WORDS_TOO_LONG,
        PHOTO_MISSING,
        TOO_MANY_PHOTOS,
        PHOTO_UNREADABLE,
        TOO_LATE,
        /** This kind of goods cannot be sent back without a reason. */
        NOT_RETURNABLE,
        /** All of its price has gone back. */
        NOTHING_LEFT
    }
}
