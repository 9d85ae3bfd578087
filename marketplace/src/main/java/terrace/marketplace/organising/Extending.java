package terrace.marketplace.organising;

/** What came of asking for a later end. */
public sealed interface Extending {

    /** It waits for an operator, now or by an earlier sending of the form. */
    record Asked() implements Extending {}

    /** Only between its check and its beginning. */
    record NotNow() implements Extending {}

    /** Not later than the end it has, or too long after the beginning. */
    record EndWrong() implements Extending {}

    record NoReason() implements Extending {}

    /** An earlier wish still waits. */
    record Waiting() implements Extending {}
}
