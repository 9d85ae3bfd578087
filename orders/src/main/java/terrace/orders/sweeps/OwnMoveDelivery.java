package terrace.orders.sweeps;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.jobs.Job;
import terrace.orders.gateway.BankAnswer;
import terrace.orders.gateway.CustodyBank;
import terrace.orders.gateway.PaymentGateway.Movement;

/** Tells the bank, outside any transaction. What was tried before is asked about first. */
@Singleton
class OwnMoveDelivery {

    private static final Logger LOG = LoggerFactory.getLogger(OwnMoveDelivery.class);

    private final OwnMoves moves;
    private final CustodyBank bank;

    OwnMoveDelivery(OwnMoves moves, CustodyBank bank) {
        this.moves = moves;
        this.bank = bank;
    }

    @Factory
    static class Jobs {

        private static final int BATCH = 20;

        /** It sums the books, so not often; a day has one of each kind, whoever is first. */
        @Singleton
        Job instructOwnMoves(OwnMoves moves, Clock clock) {
            return new Job("instruct-own-moves", Duration.ofHours(6), () -> moves.instruct(clock.today()));
        }

        @Singleton
        Job sendOwnMoves(OwnMoves moves, OwnMoveDelivery delivery) {
            return new Job(
                    "send-own-moves",
                    Duration.ofSeconds(30),
                    () -> moves.claim(BATCH).forEach(delivery::askThenSend));
        }
    }

    void askThenSend(UUID id) {
        OwnMove move = moves.byId(id).orElseThrow();
        switch (bank.findOwn(move.kind(), id)) {
            case BankAnswer.Said<Optional<Movement>>(Optional<Movement> found) ->
                found.ifPresentOrElse(movement -> moves.heard(id, movement), () -> send(move));
            case BankAnswer.Refused<Optional<Movement>> refused -> moves.unheard(id, refused.message(), false);
            case BankAnswer.Silent<Optional<Movement>> silent -> moves.unheard(id, silent.why(), false);
        }
    }

    private void send(OwnMove move) {
        UUID id = move.id();
        switch (bank.moveOwn(move.kind(), id, move.fen(), move.key())) {
            case BankAnswer.Said<Movement>(Movement movement) -> moves.heard(id, movement);
            case BankAnswer.Refused<Movement> refused -> {
                LOG.error("{} {} refused by the bank: {}", move.kind(), id, refused.code());
                moves.refused(id, refused.code() + ": " + refused.message());
            }
            case BankAnswer.Silent<Movement> silent -> moves.unheard(id, silent.why(), silent.kept());
        }
    }
}
