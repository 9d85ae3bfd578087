package terrace.orders.sweeps;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.orders.gateway.CustodyBank.Own;
import terrace.orders.instructions.Instruction;

/**
 * An instruction to the bank to move the platform's own money, in fen.
 *
 * @param day the business day it was reckoned on; one of a kind each day
 * @param attempt the number in the idempotency key; the next one only when the bank keeps a failure and moved nothing
 * @param trouble what the bank or the line said last
 * @param inFile the day of the bank file that shows it
 */
@MappedEntity(value = "own_move", schema = "orders")
public record OwnMove(
        @Id UUID id,
        Own kind,
        LocalDate day,
        long fen,
        State state,
        int attempt,
        @Nullable String bankRef,
        int tries,
        @Nullable String trouble,
        Instant createdAt,
        @Nullable Instant sentAt,
        @Nullable LocalDate inFile)
        implements Instruction {

    /** How far it is. */
    public enum State {
        /** Not known to be at the bank. */
        INSTRUCTED,
        /** The bank has done it. */
        SENT,
        /** The bank will not: the next day's takes its sum over. */
        REFUSED
    }

    @Override
    public boolean open() {
        return state == State.INSTRUCTED;
    }

    String key() {
        return "own-move:" + id + ":" + attempt;
    }
}
