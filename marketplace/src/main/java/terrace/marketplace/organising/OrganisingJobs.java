package terrace.marketplace.organising;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Duration;
import terrace.marketplace.jobs.Job;

/** Starts and ends campaigns. */
@Factory
class OrganisingJobs {

    @Singleton
    Job moveCampaignsOn(Running running) {
        return new Job("move-campaigns-on", Duration.ofSeconds(10), running::moveOn);
    }
}
