package terrace.marketplace.inbox;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Duration;
import terrace.marketplace.jobs.Job;

/** Forgets what is long past. */
@Factory
class InboxJobs {

    @Singleton
    Job clearMessages(Inbox inbox) {
        return new Job("clear-messages", Duration.ofHours(12), inbox::clear);
    }
}
