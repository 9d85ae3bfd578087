package terrace.marketplace.households;

/**
 * What is to be mended; names no family.
 *
 * @param row as the spreadsheet counts; 0 where there is none
 */
public record HouseholdFault(int row, Column column, Reason reason) {

    public enum Column {
        VILLAGE,
        NAME,
        REGISTER,
        PEOPLE
    }

    public enum Reason {
        MISSING,
        TOO_LONG,
        /** Not of the form it should have. */
        MALFORMED,
        /** This number was entered before, here or in another county. */
        KNOWN,
        /** The same number twice in one sheet. */
        TWICE
    }

    String written() {
        return row + "\t" + column + "\t" + reason;
    }

    static HouseholdFault read(String written) {
        String[] parts = written.split("\t", -1);
        return new HouseholdFault(Integer.parseInt(parts[0]), Column.valueOf(parts[1]), Reason.valueOf(parts[2]));
    }
}
