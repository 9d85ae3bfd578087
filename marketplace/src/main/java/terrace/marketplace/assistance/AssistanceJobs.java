package terrace.marketplace.assistance;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Duration;
import terrace.marketplace.jobs.Job;

/** Work that nobody's act brings about. */
@Factory
class AssistanceJobs {

    @Singleton
    Job tellHouseholds(Words words) {
        return new Job("tell-households", Duration.ofMinutes(20), words::tellOfActs);
    }
}
