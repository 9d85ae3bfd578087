package terrace.marketplace.organising;

/** What can be done to a campaign; STARTED, REACHED and ENDED are done by time and facts. */
public enum Act {
    CREATED,
    HANDED_IN,
    RETURNED,
    OPENED,
    STARTED,
    PAUSED,
    RESUMED,
    REACHED,
    ENDED,
    PUBLISHED,
    AUDITED,
    NOTED,
    ASKED_LONGER,
    EXTENDED,
    NOT_EXTENDED
}
