package terrace.marketplace.spreadsheets;

/** Why a file is not taken at all. */
public enum Why {
    TOO_LARGE,
    /** Unpacked it would be far larger than any sheet people fill in. */
    UNPACKS_TOO_LARGE,
    /** Neither XLSX nor CSV, whatever its name says. */
    NOT_A_SHEET,
    TORN,
    NO_ROWS,
    TOO_MANY_ROWS,
    TOO_MANY_COLUMNS,
    /** The first row does not have our headings. */
    HEADINGS_MISSING
}
