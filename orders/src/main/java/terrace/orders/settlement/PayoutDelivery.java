package terrace.orders.settlement;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import terrace.marketplace.jobs.Job;
import terrace.orders.gateway.BankAnswer;
import terrace.orders.gateway.CustodyBank;
import terrace.orders.gateway.PaymentGateway.Movement;

/** Hands instructed payouts to the bank, outside any transaction. What was tried before is asked about first. */
@Singleton
class PayoutDelivery {

    private static final Logger LOG = LoggerFactory.getLogger(PayoutDelivery.class);

    private final Payouts payouts;
    private final CustodyBank bank;

    PayoutDelivery(Payouts payouts, CustodyBank bank) {
        this.payouts = payouts;
        this.bank = bank;
    }

    /** Goes on with what the operator's own request could not finish. */
    @Factory
    static class Jobs {

        private static final int BATCH = 50;

        @Singleton
        Job sendPayouts(Payouts payouts, PayoutDelivery delivery) {
            return new Job(
                    "send-payouts",
                    Duration.ofSeconds(20),
                    () -> payouts.claim(BATCH).forEach(delivery::askThenSend));
        }
    }

    void askThenSend(UUID id) {
        switch (bank.findTransfer(id)) {
            case BankAnswer.Said<Optional<Movement>>(Optional<Movement> found) ->
                found.ifPresentOrElse(movement -> payouts.heard(id, movement), () -> send(id));
            case BankAnswer.Refused<Optional<Movement>> refused -> payouts.unheard(id, refused.message(), false);
            case BankAnswer.Silent<Optional<Movement>> silent -> payouts.unheard(id, silent.why(), false);
        }
    }

    void send(UUID id) {
        Payout payout = payouts.byId(id);
        switch (bank.transfer(id, payout.destination(), payout.fen(), payout.key())) {
            case BankAnswer.Said<Movement>(Movement movement) -> payouts.heard(id, movement);
            case BankAnswer.Refused<Movement> refused -> {
                LOG.error("Payout {} refused by the bank: {}", id, refused.code());
                payouts.refused(id, refused.code() + ": " + refused.message());
            }
            case BankAnswer.Silent<Movement> silent -> payouts.unheard(id, silent.why(), silent.kept());
        }
    }
}
