package terrace.marketplace.papers;

/** What came of handing in a paper. */
public sealed interface PaperIntake {

    record Taken(Paper paper) implements PaperIntake {}

    record Refused(Reason reason) implements PaperIntake {}

    /** Each is a sentence on the page. */
    enum Reason {
        EMPTY,
        TOO_LARGE,
        UNKNOWN_TYPE,
        TORN,
        TOO_MANY_PIXELS,
        MIXED,
        ACTIVE,
        NUMBER_TOO_LONG,
        EXPIRED,
        TOO_MANY
    }
}
