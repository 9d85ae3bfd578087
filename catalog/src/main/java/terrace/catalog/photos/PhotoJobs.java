package terrace.catalog.photos;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Duration;
import terrace.marketplace.jobs.Job;

/** Removes files that nobody uses any more. */
@Factory
class PhotoJobs {
    private static final Duration EVERY = Duration.ofHours(1);

    @Singleton
    Job tidyPhotos(UnusedPhotos unused) {
        return new Job("tidy-photos", EVERY, unused::remove);
    }
}
