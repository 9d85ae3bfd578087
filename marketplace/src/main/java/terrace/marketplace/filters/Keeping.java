package terrace.marketplace.filters;

/** What became of a filter that was to be kept. */
public enum Keeping {
    /** It is kept, in the place of one of the same name. */
    KEPT,
    /** Nothing, or more than fits. */
    NAME_LENGTH,
    TOO_MANY
}
