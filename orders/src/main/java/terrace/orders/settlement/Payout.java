package terrace.orders.settlement;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.orders.instructions.Instruction;

/**
 * An instruction to the bank to pay a merchant, in fen.
 *
 * @param destination the merchant's payee id at the bank when the instruction was given
 * @param attempt the number in the idempotency key; the next one only when the bank keeps a failure and has no transfer
 * @param trouble what the bank or the line said last
 * @param inFile the day of the bank file that shows it
 * @param runId the run it belongs to; null for those of the time before runs
 */
@MappedEntity(value = "payout", schema = "orders")
public record Payout(
        @Id UUID id,
        UUID merchantId,
        long fen,
        String destination,
        UUID operatorId,
        State state,
        int attempt,
        @Nullable String bankRef,
        int tries,
        @Nullable String trouble,
        Instant createdAt,
        @Nullable Instant sentAt,
        @Nullable LocalDate inFile,
        @Nullable UUID runId,
        @Nullable Instant returnedAt)
        implements Instruction {

    /** How far it is. */
    public enum State {
        /** Not known to be at the bank. */
        INSTRUCTED,
        /** The bank has it. */
        SENT,
        /** The bank will not pay: the money is available again. */
        RETURNED
    }

    @Override
    public boolean open() {
        return state == State.INSTRUCTED;
    }

    String key() {
        return "payout:" + id + ":" + attempt;
    }
}
