package terrace.marketplace.accounts;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Duration;
import terrace.marketplace.jobs.Job;

/** Forgets what is over. */
@Factory
class AccountJobs {

    @Singleton
    Job clearPasswordResets(PasswordResets resets) {
        return new Job("clear-password-resets", Duration.ofHours(1), resets::clear);
    }
}
