package terrace.catalog.sheets;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A sheet that was handed in.
 *
 * @param actor account of who handed it in
 * @param rowsBad those with faults when it was checked
 * @param rowsDone those worked off so far
 */
public record SheetImport(
        UUID id,
        UUID merchantId,
        UUID actor,
        State state,
        int rowsTotal,
        int rowsBad,
        int rowsDone,
        Instant receivedAt,
        @Nullable Instant doneAt) {

    public enum State {
        CHECKED,
        RUNNING,
        DONE,
        UNDOING,
        UNDONE
    }
}
