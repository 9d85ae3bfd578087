package terrace.search.signals;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Duration;
import terrace.marketplace.jobs.Job;

/** Forgets in time. */
@Factory
class SignalJobs {
    private static final Duration EVERY = Duration.ofHours(1);
    private static final int ROUNDS_MAX = 100;

    @Singleton
    Job forgetSignals(Signals signals) {
        return new Job("forget-signals", EVERY, () -> {
            int rounds = 0;
            while (signals.forgetOld() > 0 && rounds < ROUNDS_MAX) {
                rounds++;
            }
        });
    }
}
