package terrace.catalog.sheets;

/** What to do with a sheet that has bad rows. */
public enum Choice {
    /** Only when every row is good. */
    ALL,
    /** The good rows; the bad ones come back as a file. */
    GOOD_ROWS
}
