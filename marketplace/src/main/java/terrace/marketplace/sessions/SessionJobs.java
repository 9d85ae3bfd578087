package terrace.marketplace.sessions;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Duration;
import terrace.marketplace.jobs.Job;

/** Forgets what is over. */
@Factory
class SessionJobs {

    @Singleton
    Job clearSessions(Sessions sessions) {
        return new Job("clear-sessions", Duration.ofHours(1), sessions::clear);
    }
}
