package terrace.marketplace.campaigns;

/** How far a campaign is on its way. That it is paused, or has reached its goal, stands beside it. */
public enum CampaignState {
    /** Being written by its organiser; nobody else sees it. */
    DRAFT,
    /** Waiting for an operator to check it. */
    CHECKING,
    /** Announced; merchants may enrol. */
    OPEN,
    LIVE,
    ENDED,
    /** Its result was looked through by an operator. */
    AUDITED;

    /** Whether the public knows of it. */
    public boolean announced() {
        return this != DRAFT && this != CHECKING;
    }

    public boolean over() {
        return this == ENDED || this == AUDITED;
    }
}
