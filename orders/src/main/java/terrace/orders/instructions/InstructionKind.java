package terrace.orders.instructions;

import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import terrace.orders.gateway.BankAnswer;
import terrace.orders.gateway.PaymentGateway.Movement;

/**
 * What one kind of instruction has of its own. The bank is asked and told outside any transaction; what it said is
 * written down in one that holds the row, which is open then.
 *
 * @param lock holds the row until the transaction ends
 * @param ask asks the bank what became of it
 * @param tell tells the bank, under a key that a second telling repeats
 * @param pending the bank has it, under this name of its own
 * @param done the bank has done it, under this name of its own
 * @param refused the bank will not do it or could not, for this reason: its last word
 */
public record InstructionKind<I extends Instruction>(
        BankQueue queue,
        Function<UUID, Optional<I>> lock,
        Function<I, BankAnswer<Optional<Movement>>> ask,
        Function<I, BankAnswer<Movement>> tell,
        BiConsumer<I, String> pending,
        BiConsumer<I, String> done,
        BiConsumer<I, String> refused) {}
