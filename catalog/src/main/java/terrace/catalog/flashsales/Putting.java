package terrace.catalog.flashsales;

/** What became of putting goods into a session. */
public sealed interface Putting {
    /** They are in it, now or by an earlier sending. */
    record Put() implements Putting {}

    /** Only so many of the pledge are left. */
    record TooFew(long left) implements Putting {}

    /** The SKU has another price at that time. */
    record Clash() implements Putting {}

    /** The session has begun, or is not within the campaign. */
    record WrongTime() implements Putting {}

    /** The enrolment was not signed for flash sales, or is not approved. */
    record NotEnrolled() implements Putting {}
}
