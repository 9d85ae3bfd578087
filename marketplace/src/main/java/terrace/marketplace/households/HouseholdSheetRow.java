package terrace.marketplace.households;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** @param sealed empty once the rows were taken over */
@MappedEntity(value = "household_sheet", schema = "marketplace")
@SuppressWarnings("ArrayRecordComponent") // read once and opened, never compared
record HouseholdSheetRow(
        @Id UUID id,
        String countyCode,
        UUID accountId,
        byte[] sealed,
        int good,
        String faults,
        Instant receivedAt,
        @Nullable Integer taken) {

    HouseholdSheet sheet() {
        return new HouseholdSheet(
                id, good, faults.lines().map(HouseholdFault::read).toList(), taken);
    }
}
