package terrace.orders.instructions;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import terrace.orders.gateway.BankAnswer;
import terrace.orders.gateway.PaymentGateway.Movement;
import terrace.orders.ledger.Sql;

/**
 * The door to telling the bank what to move. A crash at any point leaves a row that is due again: nothing is told twice
 * that was not asked about in between, and an answer counts once.
 */
@Singleton
public class Instructions {

    private static final Logger LOG = LoggerFactory.getLogger(Instructions.class);

    private final Sql sql;

    Instructions(Sql sql) {
        this.sql = sql;
    }

    /**
     * Claims what is due, the longest due first, under a lease that grows with each try, up to an hour: no other node,
     * and no hurry for a bank that is down.
     */
    @Transactional
    public List<UUID> claim(BankQueue queue, int limit) {
        String claim = """
                update %1$s set tries = tries + 1,
                    due_at = clock_timestamp() + least(3600, 20 * power(2, least(tries, 8))) * interval '1 second'
                where %2$s in (select %2$s from %1$s where due_at <= clock_timestamp()
                               order by due_at limit ? for update skip locked)
                returning %2$s""".formatted(queue.table(), queue.id());
        return sql.list(claim, row -> Sql.id(row, queue.id()), limit);
    }

    /** Claims what is due of a kind and carries each on. Must not run inside a transaction. */
    public <I extends Instruction> void deliver(InstructionKind<I> kind, int limit) {
        claim(kind.queue(), limit).forEach(id -> carryOn(kind, id));
    }

    /** Tells the bank of one that is claimed; what was claimed before is asked about first. Outside any transaction. */
    public <I extends Instruction> void carryOn(InstructionKind<I> kind, UUID id) {
        I instruction = held(kind, id);
        if (instruction.open() && instruction.tries() > 1) {
            ask(kind, instruction);
        } else {
            tell(kind, id);
        }
    }

    private <I extends Instruction> void ask(InstructionKind<I> kind, I instruction) {
        UUID id = instruction.id();
        switch (kind.ask().apply(instruction)) {
            case BankAnswer.Said<Optional<Movement>>(Optional<Movement> found) ->
                found.ifPresentOrElse(movement -> heard(kind, id, movement), () -> tell(kind, id));
            case BankAnswer.Refused<Optional<Movement>> refused -> troubled(kind, id, refused.message(), false);
            case BankAnswer.Silent<Optional<Movement>> silent -> troubled(kind, id, silent.why(), false);
        }
    }

    /** Tells the bank of one that it does not know. Outside any transaction. */
    public <I extends Instruction> void tell(InstructionKind<I> kind, UUID id) {
        I instruction = held(kind, id);
        if (!instruction.open()) {
            return;
        }
        switch (kind.tell().apply(instruction)) {
            case BankAnswer.Said<Movement>(Movement movement) -> heard(kind, id, movement);
            case BankAnswer.Refused<Movement> refused -> {
                LOG.error("{} {} was refused: {}", kind.queue().table(), id, refused.code());
                refused(kind, id, refused.code() + ": " + refused.message());
            }
            case BankAnswer.Silent<Movement> silent -> troubled(kind, id, silent.why(), silent.kept());
        }
    }

    @Transactional
    <I extends Instruction> I held(InstructionKind<I> kind, UUID id) {
        return kind.lock().apply(id).orElseThrow();
    }

    /** Writes down what the bank said; what it said last stays. */
    @Transactional
    <I extends Instruction> void heard(InstructionKind<I> kind, UUID id, Movement movement) {
        I instruction = held(kind, id);
        if (!instruction.open()) {
            return;
        }
        if (movement.fen() != instruction.fen()) {
            String sum = instruction.secret() ? "another sum" : movement.fen() + " fen instead";
            troubled(kind, id, "the bank moved " + sum, false);
            return;
        }
        switch (movement.state()) {
            case PENDING -> {
                troubled(kind, id, "pending at the bank", false);
                kind.pending().accept(instruction, movement.bankRef());
            }
            case SUCCEEDED -> kind.done().accept(instruction, movement.bankRef());
            case FAILED -> kind.refused().accept(instruction, "the bank could not carry it out");
        }
    }

    @Transactional
    <I extends Instruction> void refused(InstructionKind<I> kind, UUID id, String why) {
        I instruction = held(kind, id);
        if (instruction.open() && !instruction.atBank()) {
            kind.refused().accept(instruction, why);
        }
    }

    /**
     * Notes what came in between.
     *
     * @param kept whether the bank will repeat this failure for the same key: the next telling has another
     */
    @Transactional
    public void troubled(InstructionKind<?> kind, UUID id, String why, boolean kept) {
        String table = kind.queue().table();
        sql.change("update " + table + " set trouble = ?, attempt = attempt + ? where id = ?", why, kept ? 1 : 0, id);
    }
}
