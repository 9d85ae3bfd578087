package terrace.marketplace.organising;

/** What a draft still lacks before it can be checked. */
public enum Gap {
    GOAL,
    STORY,
    STORY_EN,
    /** Its start has come nearer than a checker and merchants need. */
    START_TOO_SOON,
    /** Somebody is to bear a share of nothing. */
    BUDGET
}
