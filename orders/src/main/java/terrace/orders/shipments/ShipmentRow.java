package terrace.orders.shipments;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of a sheet as it stood in the file.
 *
 * @param number as the spreadsheet counts, the heading being row 1
 * @param outcome null while nothing was done with it
 */
public record ShipmentRow(
        int number,
        String order,
        String courier,
        String tracking,
        List<ShipmentFault> faults,
        @Nullable Outcome outcome) {

    public boolean bad() {
        return !faults.isEmpty();
    }

    /** What became of a row. */
    public enum Outcome {
        SHIPPED,
        /** It was sent with this courier and number before. */
        SAME,
        /** It was good when it was checked, and is not any more. */
        REFUSED
    }
}
