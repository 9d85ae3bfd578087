package terrace.catalog.sheets;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Duration;
import terrace.marketplace.jobs.Job;

/** Works off sheets that were started, after a restart too. */
@Factory
class SheetJobs {
    private static final Duration EVERY = Duration.ofSeconds(2);
    private static final int PIECES_MAX = 200;

    @Singleton
    Job workOffSheets(SheetWork work) {
        return new Job("work-off-sheets", EVERY, () -> {
            int pieces = 0;
            while (pieces < PIECES_MAX && work.next()) {
                pieces++;
            }
        });
    }
}
