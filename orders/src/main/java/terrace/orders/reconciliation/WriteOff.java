package terrace.orders.reconciliation;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A difference to be given up, proposed by one person and decided by another.
 *
 * @param overFen positive where the bank had more than we
 */
@MappedEntity(value = "write_off", schema = "orders")
public record WriteOff(
        @Id UUID id,
        UUID differenceId,
        long overFen,
        String reason,
        State state,
        UUID proposedBy,
        Instant proposedAt,
        @Nullable UUID decidedBy,
        @Nullable Instant decidedAt) {

    /** How it stands. */
    public enum State {
        PROPOSED,
        APPROVED,
        REFUSED
    }
}
