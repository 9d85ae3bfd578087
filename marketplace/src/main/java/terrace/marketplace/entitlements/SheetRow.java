package terrace.marketplace.entitlements;

/**
 * A row of a sheet.
 *
 * @param number as the spreadsheet counts
 */
public record SheetRow(int number, String signInName, String department) {

    /** Names a person: it must not reach a log by accident. */
    @Override
    public String toString() {
        return "SheetRow[" + number + "]";
    }
}
