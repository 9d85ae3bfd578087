package terrace.catalog.photos;

/** What came of handing in a photo. */
public sealed interface PhotoIntake {
    /** It is on the desk; also when it was there before. */
    record Taken(Photo photo) implements PhotoIntake {}

    record Refused(Reason reason) implements PhotoIntake {}

    /** Each is a sentence on the page. */
    enum Reason {
        EMPTY,
        TOO_LARGE,
        UNKNOWN_TYPE,
        TORN,
        TOO_MANY_PIXELS,
        MIXED,
        /** Fewer pixels than the middle size shows. */
        TOO_SMALL,
        TOO_MANY
    }
}
