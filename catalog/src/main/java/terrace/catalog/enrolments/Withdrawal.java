package terrace.catalog.enrolments;

/** What became of a merchant's wish to leave. */
public sealed interface Withdrawal {
    /** It has left, now or earlier, and the pledged stock is back. */
    record Withdrawn() implements Withdrawal {}

    /** Its price holds already, or did. */
    record TooLate() implements Withdrawal {}
}
