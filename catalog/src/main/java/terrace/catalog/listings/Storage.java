package terrace.catalog.listings;

/** How goods must be kept on the way and at home. */
public enum Storage {
    AMBIENT,
    COOL,
    CHILLED,
    FROZEN
}
