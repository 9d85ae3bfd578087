package terrace.catalog.flashsales;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import terrace.marketplace.jobs.Job;

/** Moves the lines of those who wait. */
@Factory
class FlashJobs {
    private static final Logger LOG = LoggerFactory.getLogger(FlashJobs.class);
    private static final Duration EVERY = Duration.ofSeconds(3);

    @Singleton
    Job moveWaitingLines(WaitingLines lines, FlashTurns turns) {
        return new Job("move-waiting-lines", EVERY, () -> lines.awaited().forEach(offerId -> moveUp(turns, offerId)));
    }

    /** One line that is in trouble holds up no other. */
    private static void moveUp(FlashTurns turns, UUID offerId) {
        try {
            turns.moveUp(offerId);
        } catch (RuntimeException e) {
            LOG.warn("The line for {} does not move, once more soon", offerId, e);
        }
    }
}
