package terrace.orders.refunds;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.orders.instructions.Instruction;

/**
 * Money on its way back to a payer, in fen.
 *
 * @param orderId the merchant's order whose money it is; null where it is nobody's alone
 * @param channel the gateway of its payment
 * @param attempt the number in the idempotency key; the next one only when the bank keeps a failure and has no refund
 * @param trouble what the bank or the line said last, for operators
 */
@MappedEntity(value = "refund", schema = "orders")
public record Refund(
        @Id UUID id,
        UUID paymentId,
        @Nullable UUID orderId,
        long fen,
        String bankIntent,
        String channel,
        String reason,
        State state,
        int attempt,
        @Nullable String bankRef,
        int tries,
        @Nullable String trouble,
        Instant createdAt,
        @Nullable Instant doneAt,
        @Nullable LocalDate inFile)
        implements Instruction {

    /** How far it is. */
    public enum State {
        /** Not known to be at the bank. */
        INSTRUCTED,
        /** The bank has it. */
        PENDING,
        /** The bank says it has arrived. */
        DONE,
        /** The bank will not do it: a person must. */
        FAILED
    }

    @Override
    public boolean open() {
        return state == State.INSTRUCTED || atBank();
    }

    @Override
    public boolean atBank() {
        return state == State.PENDING;
    }

    String key() {
        return "refund:" + id + ":" + attempt;
    }
}
