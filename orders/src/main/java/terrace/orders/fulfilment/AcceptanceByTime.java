package terrace.orders.fulfilment;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Duration;
import terrace.marketplace.jobs.Job;

/** Lets time accept orders that nobody spoke about. */
@Factory
class AcceptanceByTime {

    private static final Duration EVERY = Duration.ofMinutes(1);

    @Bean
    @Singleton
    Job acceptDueOrders(Fulfilment fulfilment) {
        return new Job("accept-due-orders", EVERY, fulfilment::acceptDue);
    }
}
