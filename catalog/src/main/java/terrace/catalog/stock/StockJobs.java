package terrace.catalog.stock;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Duration;
import terrace.marketplace.jobs.Job;

/** Gives back what was held for purchases that nobody paid. */
@Factory
class StockJobs {
    private static final Duration EVERY = Duration.ofSeconds(15);
    private static final int PURCHASES_AT_ONCE = 200;
    private static final int ROUNDS_MAX = 50;

    @Singleton
    Job expireHolds(Stock stock) {
        return new Job("expire-holds", EVERY, () -> {
            int rounds = 0;
            while (stock.expireDue(PURCHASES_AT_ONCE) == PURCHASES_AT_ONCE && rounds < ROUNDS_MAX) {
                rounds++;
            }
        });
    }
}
