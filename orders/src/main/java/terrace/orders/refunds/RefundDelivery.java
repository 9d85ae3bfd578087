package terrace.orders.refunds;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import terrace.marketplace.jobs.Job;
import terrace.orders.gateway.BankAnswer;
import terrace.orders.gateway.Gateways;
import terrace.orders.gateway.PaymentGateway;
import terrace.orders.gateway.PaymentGateway.Movement;

/** Hands instructed refunds to the bank, outside any transaction. What was tried before is asked about first. */
@Factory
class RefundDelivery {

    private static final Logger LOG = LoggerFactory.getLogger(RefundDelivery.class);
    private static final int BATCH = 50;

    private final Refunds refunds;
    private final Gateways gateways;

    RefundDelivery(Refunds refunds, Gateways gateways) {
        this.refunds = refunds;
        this.gateways = gateways;
    }

    @Bean
    @Singleton
    Job sendRefunds() {
        return new Job(
                "send-refunds",
                Duration.ofSeconds(5),
                () -> refunds.claim(BATCH).forEach(this::deliver));
    }

    private void deliver(UUID id) {
        Refund refund = refunds.byId(id).orElseThrow();
        if (refund.tries() <= 1) {
            send(refund);
            return;
        }
        switch (gateways.of(refund.channel()).findRefund(id, refund.bankIntent())) {
            case BankAnswer.Said<Optional<Movement>>(Optional<Movement> found) ->
                found.ifPresentOrElse(movement -> refunds.heard(id, movement), () -> send(refund));
            case BankAnswer.Refused<Optional<Movement>> refused -> refunds.unheard(id, refused.message(), false);
            case BankAnswer.Silent<Optional<Movement>> silent -> refunds.unheard(id, silent.why(), false);
        }
    }

    private void send(Refund refund) {
        PaymentGateway bank = gateways.of(refund.channel());
        UUID order = refund.orderId();
        BankAnswer<Movement> answer = order == null
                ? bank.refund(refund.id(), refund.bankIntent(), refund.fen(), refund.key())
                : bank.refundOf(order, refund.id(), refund.bankIntent(), refund.fen(), refund.key());
        switch (answer) {
            case BankAnswer.Said<Movement>(Movement movement) -> refunds.heard(refund.id(), movement);
            case BankAnswer.Refused<Movement> refused -> {
                LOG.error("Refund {} refused by the bank: {}", refund.id(), refused.code());
                refunds.refused(refund.id(), refused.code() + ": " + refused.message());
            }
            case BankAnswer.Silent<Movement> silent -> refunds.unheard(refund.id(), silent.why(), silent.kept());
        }
    }
}
