package terrace.orders.closing;

/** What became of closing a day. */
public sealed interface Closing {

    record Closed(DayClosing closing) implements Closing {}

    /** It was closed before, and stays as it was. */
    record ClosedBefore(DayClosing closing) implements Closing {}

    /** The day has not ended. */
    record NotOver() implements Closing {}

    /** Its bank file was not taken in, or before the day had ended. */
    record NoFile() implements Closing {}

    /** Something is open or not in order: whoever closes it says why. */
    record NoteWanted(DayStand stand) implements Closing {}
}
