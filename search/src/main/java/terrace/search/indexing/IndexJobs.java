package terrace.search.indexing;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import terrace.marketplace.jobs.Job;

/** Looks once a day whether the index says what the catalogue says. */
@Factory
class IndexJobs {
    private static final Logger LOG = LoggerFactory.getLogger(IndexJobs.class);
    private static final Duration EVERY = Duration.ofDays(1);

    @Singleton
    Job compareIndex(Indexing indexing) {
        return new Job(
                "compare-index",
                EVERY,
                () -> indexing.compare()
                        .filter(found -> !found.agrees())
                        .ifPresent(
                                found -> LOG.warn("The index differed from the catalogue and is mended: {}", found)));
    }
}
