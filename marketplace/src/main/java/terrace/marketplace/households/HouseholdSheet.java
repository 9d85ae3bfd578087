package terrace.marketplace.households;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A sheet of families that was checked.
 *
 * @param good rows without fault
 * @param taken how many families were entered; null while it waits
 */
public record HouseholdSheet(
        UUID id,
        int good,
        List<HouseholdFault> faults,
        @Nullable Integer taken) {

    /** Rows with a fault. */
    public long bad() {
        return faults.stream().map(HouseholdFault::row).distinct().count();
    }
}
