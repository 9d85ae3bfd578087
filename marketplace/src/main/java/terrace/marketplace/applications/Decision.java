package terrace.marketplace.applications;

/** What came of an endorser's or operator's decision. */
public sealed interface Decision {

    /** As it stands now; deciding the same again changes nothing. */
    record Decided(Application application) implements Decision {}

    /** Noted; somebody else has to look, too. */
    record SecondLookNeeded(Application application) implements Decision {}

    /** Somebody was quicker, or the applicant has changed it since it was read. */
    record Overtaken(Application application) implements Decision {}

    record ReasonMissing() implements Decision {}

    /** Not everything of the checklist is ticked. */
    record Unchecked() implements Decision {}

    /** The reviewer has not declared to be unrelated to the applicant. */
    record Undeclared() implements Decision {}

    /** Nobody decides on their own application. */
    record OwnApplication() implements Decision {}

    /** The second look is for somebody else than the first. */
    record LookedBefore() implements Decision {}
}
