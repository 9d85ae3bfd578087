package terrace.orders.payment;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One attempt of a member to pay for something, in fen. What is due never changes; certainty about it only grows.
 *
 * @param reason why it failed or was not wanted
 * @param attempt the number in the idempotency key
 * @param receivedFen what the bank took in, once it has
 * @param channel the name of the gateway it is paid by
 * @param inFile the day of the bank file that shows the money
 */
@MappedEntity(value = "payment", schema = "orders")
public record Payment(
        @Id UUID id,
        String payableKind,
        UUID payableId,
        UUID payerId,
        long fen,
        State state,
        @Nullable String reason,
        int attempt,
        String channel,
        String returnTo,
        @Nullable String bankSession,
        @Nullable String bankIntent,
        @Nullable String bankPage,
        Instant expiresAt,
        Instant openedAt,
        @Nullable Long receivedFen,
        @Nullable Instant settledAt,
        @Nullable LocalDate inFile) {

    /** How sure we are. */
    public enum State {
        OPEN,
        /** No money came; still overtaken by money that comes after all. */
        FAILED,
        /** The money belongs to the payable. */
        TAKEN,
        /** The money came and goes back. */
        UNWANTED
    }

    /** Whether the bank's money has been dealt with, one way or the other. */
    public boolean settled() {
        return state == State.TAKEN || state == State.UNWANTED;
    }

    /** What the bank took in, in fen; 0 while it took nothing. */
    public long received() {
        return receivedFen == null ? 0 : receivedFen;
    }

    String key() {
        return "pay:" + id + ":" + attempt;
    }
}
