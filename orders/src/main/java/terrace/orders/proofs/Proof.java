package terrace.orders.proofs;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.orders.instructions.Instruction;

/**
 * A small sum sent to prove an account, in fen; 0 while the name is being checked.
 *
 * @param lastGuess the same wrong sum typed twice is one guess
 * @param attempt the number in the idempotency key; the next one only when the bank keeps a failure and has no transfer
 * @param inFile the day of the bank file that shows it
 */
@MappedEntity(value = "proof", schema = "orders")
public record Proof(
        @Id UUID id,
        UUID bankAccountId,
        UUID merchantId,
        State state,
        long fen,
        int wrongGuesses,
        @Nullable Long lastGuess,
        int attempt,
        int tries,
        Instant createdAt,
        @Nullable LocalDate inFile)
        implements Instruction {

    /** How far it is. */
    public enum State {
        CHECKING,
        SENDING,
        SENT,
        PROVEN,
        SPENT,
        DIFFERS,
        UNKNOWN,
        DROPPED,
        RETURNED
    }

    /** Whether the bank may have it. */
    public boolean sendable() {
        return switch (state) {
            case SENDING, SENT, PROVEN, SPENT -> true;
            case CHECKING, DIFFERS, UNKNOWN, DROPPED, RETURNED -> false;
        };
    }

    @Override
    public boolean open() {
        return state == State.SENDING;
    }

    /** Who reads it could claim the account. */
    @Override
    public boolean secret() {
        return true;
    }

    String key() {
        return "proof:" + id + ":" + attempt;
    }

    @Override
    public String toString() {
        return "Proof[" + id + " " + state + "]";
    }
}
