package terrace.marketplace.spreadsheets;

import java.util.regex.Pattern;

/**
 * A cell with something in it.
 *
 * @param column from 0
 * @param text without blanks around it; of a formula, what the file says came of it
 */
public record GridCell(int column, String text, Kind kind) {
    /** Spreadsheets keep fifteen digits of a number; what follows is lost. */
    private static final int DIGITS_KEPT = 15;

    private static final Pattern SCIENTIFIC = Pattern.compile("-?\\d+(\\.\\d+)?[eE][+-]?\\d+");

    /** What the file says a cell is; all cells of a CSV file are text. */
    public enum Kind {
        TEXT,
        NUMBER,
        FORMULA,
        ERROR
    }

    /** Whether a code or a long number was made a number of by the spreadsheet, as in 1.23E+15, and is lost. */
    public boolean mangled() {
        return SCIENTIFIC.matcher(text).matches() || (kind == Kind.NUMBER && text.length() > DIGITS_KEPT);
    }
}
