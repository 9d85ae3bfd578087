package terrace.search.querylog;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Duration;
import terrace.marketplace.jobs.Job;

/** Lets go of what is not to be kept. */
@Factory
class QueryJobs {
    private static final Duration EVERY = Duration.ofDays(1);

    @Singleton
    Job forgetQueries(QueryLog log) {
        return new Job("forget-queries", EVERY, log::forget);
    }
}
