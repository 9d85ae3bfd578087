package terrace.catalog.listings;

/** How far a listing has come; being on the shelf also needs that no {@link OffShelfReason} stands against it. */
public enum Status {
    DRAFT,
    /** An operator has yet to look at it. */
    IN_REVIEW,
    PUBLISHED
}
