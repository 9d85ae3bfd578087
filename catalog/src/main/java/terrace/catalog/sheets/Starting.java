package terrace.catalog.sheets;

/** What became of the wish to start, or to undo, an import. */
public enum Starting {
    /** It runs, or ran already. */
    STARTED,
    /** All rows were wanted, and some are bad. */
    HAS_BAD_ROWS,
    /** Nothing good is in it. */
    NOTHING_GOOD,
    /** It is not done yet, was undone, or its day is over. */
    TOO_LATE,
    ABSENT
}
