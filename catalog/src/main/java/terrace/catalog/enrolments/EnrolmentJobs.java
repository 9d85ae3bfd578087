package terrace.catalog.enrolments;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import terrace.marketplace.jobs.Job;

/** Looks every few seconds at which campaign prices began or ended. */
@Factory
class EnrolmentJobs {
    private static final Duration EVERY = Duration.ofSeconds(10);
    private static final int AT_ONCE_MAX = 1_000;

    @Singleton
    Job turnCampaignPrices(Turns turns) {
        return new Job("turn-campaign-prices", EVERY, () -> {
            turns.pause();
            all(turns::end);
            all(turns::begin);
            all(turns::finish);
            turns.empty();
            all(turns::settle);
        });
    }

    private static void all(BooleanSupplier piece) {
        int done = 0;
        while (done < AT_ONCE_MAX && piece.getAsBoolean()) {
            done++;
        }
    }
}
