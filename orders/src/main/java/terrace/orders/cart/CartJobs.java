package terrace.orders.cart;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Duration;
import terrace.marketplace.jobs.Job;

/** Keeps the table of carts from growing with everybody who ever looked in. */
@Factory
class CartJobs {

    @Bean
    @Singleton
    Job clearOldCarts(Carts carts) {
        return new Job("clear-old-carts", Duration.ofHours(1), carts::clear);
    }
}
