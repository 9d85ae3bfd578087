package terrace.catalog.flashsales;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Duration;
import terrace.marketplace.jobs.Job;

/** Moves the lines of those who wait. */
@Factory
class FlashJobs {
    private static final Duration EVERY = Duration.ofSeconds(3);

    @Singleton
    Job moveWaitingLines(WaitingLines lines, FlashLetters letters) {
        return new Job(
                "move-waiting-lines",
                EVERY,
                () -> lines.awaited().forEach(offerId -> letters.tell(offerId, lines.moveUp(offerId))));
    }
}
