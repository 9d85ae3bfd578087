package terrace.marketplace.staff;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Duration;
import terrace.marketplace.jobs.Job;

/** Forgets what is over. */
@Factory
class StaffJobs {

    @Singleton
    Job clearInvitations(Invitations invitations) {
        return new Job("clear-invitations", Duration.ofHours(12), invitations::clear);
    }
}
