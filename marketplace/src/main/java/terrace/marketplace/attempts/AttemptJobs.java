package terrace.marketplace.attempts;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Duration;
import terrace.marketplace.jobs.Job;

/** Forgets what is over. */
@Factory
class AttemptJobs {

    @Singleton
    Job clearAttempts(Attempts attempts) {
        return new Job("clear-attempts", Duration.ofHours(1), attempts::clear);
    }
}
