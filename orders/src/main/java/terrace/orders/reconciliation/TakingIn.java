package terrace.orders.reconciliation;

import java.time.LocalDate;

/** What became of taking in a day's bank file. */
public sealed interface TakingIn {

    /**
     * Stored and posted.
     *
     * @param lines in the file
     * @param newLines not seen in an earlier taking-in of the day
     * @param differences found by this one
     */
    record TakenIn(LocalDate day, int lines, int newLines, int differences, long closingFen) implements TakingIn {}

    /** The file contradicts itself or what was taken in before; nothing was posted. */
    record Broken(LocalDate day, String why) implements TakingIn {}

    /** The bank does not answer, or not about a payment in its file; nothing was posted. */
    record BankSilent(LocalDate day, String why) implements TakingIn {}

    /** A day that has not begun. */
    record NotYet(LocalDate day) implements TakingIn {}
}
