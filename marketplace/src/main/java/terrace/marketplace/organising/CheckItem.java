package terrace.marketplace.organising;

/** What an operator looks at for the consumer's sake before a campaign opens; each is stored as ticked or not. */
public enum CheckItem {
    /** The goal and how it is counted are plain. */
    GOAL_PLAIN,
    /** Rules keep prices from being raised before they are lowered. */
    PRICES_FAIR,
    /** Limits and conditions stand where buyers read them. */
    LIMITS_SHOWN,
    /** Beginning, end and what follows are said. */
    DATES_SAID,
    /** Who bears the cost is said, and nobody is made to. */
    COSTS_BORNE,
    /** What the story says of people and help has a basis. */
    CLAIMS_TRUE,
    /** No pressure: no false scarcity, nothing ticked in advance. */
    NO_PRESSURE
}
