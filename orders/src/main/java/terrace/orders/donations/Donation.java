package terrace.orders.donations;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One gift of a member, in fen.
 *
 * @param charity the code of the organisation, as in the account donation:{charity}
 * @param paidBy the payment that brought it
 * @param projectId what it is for; null for the charity's work as a whole
 * @param named whether the giver wants to be named
 */
@MappedEntity(value = "donation", schema = "orders")
public record Donation(
        @Id UUID id,
        UUID memberId,
        String charity,
        long fen,
        State state,
        Instant createdAt,
        Instant payBy,
        @Nullable UUID paidBy,
        @Nullable Instant paidAt,
        @Nullable UUID projectId,
        boolean named) {

    /** How far it is. */
    public enum State {
        WAITING,
        GIVEN
    }
}
