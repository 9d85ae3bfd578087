package terrace.catalog.listings;

/** Why a published listing is off the shelf; several may stand at once and lifting one lifts no other. */
public enum OffShelfReason {
    /** The merchant is suspended. */
    SUSPENDED,
    /** A paper the goods need has expired. */
    PAPER_EXPIRED,
    /** The merchant took it down. */
    OWN_CHOICE,
    /** An operator is looking at it. */
    REVIEW
}
