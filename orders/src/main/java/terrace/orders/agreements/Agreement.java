package terrace.orders.agreements;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One agreement of a member with the bank, in fen. */
@MappedEntity(value = "agreement", schema = "orders")
public record Agreement(
        @Id UUID id,
        UUID memberId,
        String channel,
        long perPaymentFen,
        long perDayFen,
        State state,
        Instant offeredAt,
        @Nullable Instant signedAt,
        @Nullable Instant endedAt) {

    /** How far it is. */
    public enum State {
        /** Not known to be signed. */
        OFFERED,
        ACTIVE,
        /** Ended by us: nothing is charged any more, and the bank is told until it has heard. */
        ENDING,
        ENDED
    }
}
