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
        @Nullable Instant paidAt) {

    /** How far it is. */
    public enum State {
        WAITING,
        GIVEN
    }
}
