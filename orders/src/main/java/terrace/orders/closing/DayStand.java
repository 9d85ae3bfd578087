package terrace.orders.closing;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.orders.books.BooksReport;

/**
 * How a day stands that is to be closed.
 *
 * @param over whether the day has ended
 * @param file what was taken in of its bank file; null where it was not
 * @param openDifferences of this day and before
 * @param books what the last look found; null before the first
 * @param closing how it was closed; null while it is open
 */
public record DayStand(
        LocalDate day,
        boolean over,
        @Nullable Taken file,
        int openDifferences,
        @Nullable BooksReport books,
        @Nullable DayClosing closing) {

    /**
     * The day's bank file.
     *
     * @param matched lines that are what we have, to the fen
     * @param complete whether it was taken in after the day had ended, to its last line
     */
    public record Taken(UUID fileId, int lines, int matched, long closingFen, boolean complete) {}
}
