package terrace.catalog.sheets;

/**
 * What is wrong with one cell.
 *
 * @param detail what stood there, what it differs from, or the limit it passes; a word for the sentence
 */
public record SheetFault(Column column, Reason reason, String detail) {

    /** Each has a sentence of its own that says how to mend it. */
    public enum Reason {
        MISSING,
        TOO_LONG,
        NOT_A_NUMBER,
        OUT_OF_RANGE,
        CATEGORY_UNKNOWN,
        CATEGORY_AMBIGUOUS,
        COUNTY_UNKNOWN,
        COUNTY_AMBIGUOUS,
        CHOICE_UNKNOWN,
        CATEGORY_RETIRED,
        /** The category does not ask for it; the detail tells what it asks. */
        ATTRIBUTE_UNKNOWN,
        /** The detail is an example. */
        ATTRIBUTE_MISSING,
        ATTRIBUTE_VALUE,
        NOT_PERISHABLE,
        FREIGHT_UNKNOWN,
        FREIGHT_MISSING,
        FORMULA,
        /** The spreadsheet made a number of a code, as in 1.23E+15. */
        NUMBER_FOR_TEXT,
        /** Two rows of one code say different things of the same listing. */
        DIFFERS,
        TWICE,
        /** The listing as a whole breaks a rule, as with more sizes than one may have. */
        LISTING_RULES,
        /** Somebody saved the listing at the same moment; handing the row in again does it. */
        SAVED_MEANWHILE,
        STOCK_PROMISED
    }
}
