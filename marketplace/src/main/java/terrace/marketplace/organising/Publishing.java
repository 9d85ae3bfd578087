package terrace.marketplace.organising;

/** What came of publishing a report. */
public sealed interface Publishing {

    record Published() implements Publishing {}

    /** Before the end there is no result. */
    record NotOver() implements Publishing {}

    /** What was published stays; more can be noted beside it. */
    record PublishedBefore() implements Publishing {}

    /** Too few words, or too many, in one of the languages. */
    record WordsWrong(boolean chinese, boolean english) implements Publishing {}
}
