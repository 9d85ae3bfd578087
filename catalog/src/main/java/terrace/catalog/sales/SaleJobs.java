package terrace.catalog.sales;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Duration;
import terrace.marketplace.jobs.Job;

/** Brings new sales to the listings' sums. */
@Factory
class SaleJobs {
    private static final Duration EVERY = Duration.ofSeconds(20);
    private static final int FACTS_AT_ONCE = 2_000;
    private static final int ROUNDS_MAX = 50;

    @Singleton
    Job countSales(Sales sales) {
        return new Job("count-sales", EVERY, () -> {
            int rounds = 0;
            while (sales.countDue(FACTS_AT_ONCE) == FACTS_AT_ONCE && rounds < ROUNDS_MAX) {
                rounds++;
            }
        });
    }
}
