package terrace.catalog.sheets;

import terrace.marketplace.spreadsheets.Why;

/** What became of a file. */
public sealed interface Receiving {
    /** Read and checked; nothing is changed yet. */
    record Checked(SheetImport sheet) implements Receiving {}

    record Refused(Why why) implements Receiving {}
}
