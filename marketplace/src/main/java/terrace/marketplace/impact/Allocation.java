package terrace.marketplace.impact;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * So many families stand behind these goods from one day to another; never changed once it is written.
 *
 * @param lotId null for all goods of the listing
 * @param evidenceKey what bears it out, not for the public
 */
@MappedEntity(value = "allocation", schema = "marketplace")
public record Allocation(
        @Id UUID id,
        long number,
        String countyCode,
        UUID listingId,
        @Nullable UUID lotId,
        Basis basis,
        LocalDate fromDay,
        LocalDate toDay,
        int households,
        @Nullable String evidenceKey,
        @Nullable String evidenceType,
        UUID enteredBy,
        Instant enteredAt) {}
