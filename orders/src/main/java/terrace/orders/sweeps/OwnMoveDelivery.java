package terrace.orders.sweeps;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import terrace.marketplace.audit.Audit;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.jobs.Job;
import terrace.orders.gateway.CustodyBank;
import terrace.orders.instructions.BankQueue;
import terrace.orders.instructions.InstructionKind;
import terrace.orders.instructions.Instructions;

/** What the bank is told of own moves, and what its answers make of them; the money is posted when a file shows it. */
@Factory
class OwnMoveDelivery {

    private static final String ACTOR = "bank";
    private static final int BATCH = 20;

    private final OwnMoveRepository repository;
    private final Audit audit;
    private final Clock clock;

    OwnMoveDelivery(OwnMoveRepository repository, Audit audit, Clock clock) {
        this.repository = repository;
        this.audit = audit;
        this.clock = clock;
    }

    /** It sums the books, so not often; a day has one of each kind, whoever is first. */
    @Singleton
    Job instructOwnMoves(OwnMoves moves) {
        return new Job("instruct-own-moves", Duration.ofHours(6), () -> moves.instruct(clock.today()));
    }

    @Singleton
    Job sendOwnMoves(Instructions instructions, CustodyBank bank) {
        var kind = new InstructionKind<OwnMove>(
                new BankQueue("orders.own_move"),
                repository::lock,
                move -> bank.findOwn(move.kind(), move.id()),
                move -> bank.moveOwn(move.kind(), move.id(), move.fen(), move.key()),
                (move, bankRef) -> {},
                this::done,
                this::refused);
        return new Job("send-own-moves", Duration.ofSeconds(30), () -> instructions.deliver(kind, BATCH));
    }

    private void done(OwnMove move, String bankRef) {
        repository.sent(move.id(), bankRef, clock.now());
        audit.record(ACTOR, "own-move.sent", "own-move:" + move.id(), Map.of("bankRef", bankRef));
    }

    private void refused(OwnMove move, String why) {
        repository.refused(move.id(), why);
        audit.record(ACTOR, "own-move.refused", "own-move:" + move.id(), Map.of("why", why));
    }
}
