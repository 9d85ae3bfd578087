package terrace.search.recommend;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Duration;
import terrace.marketplace.jobs.Job;

/** Learns what goes together, again and again. */
@Factory
class LearningJobs {
    private static final Duration EVERY = Duration.ofMinutes(10);

    @Singleton
    Job learnWhatGoesTogether(Learning learning) {
        return new Job("learn-what-goes-together", EVERY, learning::learn);
    }
}
