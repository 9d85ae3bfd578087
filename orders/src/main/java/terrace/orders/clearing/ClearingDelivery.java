package terrace.orders.clearing;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import terrace.marketplace.jobs.Job;
import terrace.orders.gateway.BankAnswer;
import terrace.orders.gateway.Gateways;
import terrace.orders.instructions.BankQueue;
import terrace.orders.instructions.Instructions;

/** Tells the banks, outside any transaction; what was told twice counts once there. */
@Factory
class ClearingDelivery {

    private static final Logger LOG = LoggerFactory.getLogger(ClearingDelivery.class);
    private static final BankQueue QUEUE = new BankQueue("orders.clearing", "order_id");
    private static final int BATCH = 50;

    private final Clearings clearings;
    private final Instructions instructions;
    private final Gateways gateways;

    ClearingDelivery(Clearings clearings, Instructions instructions, Gateways gateways) {
        this.clearings = clearings;
        this.instructions = instructions;
        this.gateways = gateways;
    }

    @Bean
    @Singleton
    Job tellClearings() {
        return new Job(
                "tell-clearings",
                Duration.ofSeconds(20),
                () -> instructions.claim(QUEUE, BATCH).forEach(this::tell));
    }

    private void tell(UUID orderId) {
        Clearing clearing = clearings.byId(orderId).orElseThrow();
        switch (gateways.of(clearing.channel()).accepted(clearing.paymentId(), orderId, clearing.acceptedOn())) {
            case BankAnswer.Said<LocalDate> said -> clearings.close(orderId, Clearing.State.TOLD, "");
            case BankAnswer.Refused<LocalDate> refused -> {
                LOG.error("The bank will not clear order {}: {} {}", orderId, refused.code(), refused.message());
                clearings.close(orderId, Clearing.State.REFUSED, refused.code() + ": " + refused.message());
            }
            case BankAnswer.Silent<LocalDate> silent -> clearings.troubled(orderId, silent.why());
        }
    }
}
