package terrace.web.search;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Lets those who search at once go in the order they came, a few at a time: a dozen at once share the processors and
 * all end late, where in turn half of them end early and none later. Only order is kept by it, nothing refused: whose
 * turn does not come soon, since somebody's search hangs, goes on without one.
 */
final class Turns {
    /** One works here while another's question is with Elasticsearch. */
    private static final int AT_ONCE_PER_CORE = 2;

    private static final Duration PATIENCE = Duration.ofMillis(250);

    private final Semaphore turns;

    Turns() {
        this(AT_ONCE_PER_CORE * Runtime.getRuntime().availableProcessors());
    }

    /** @param atOnce how many have their turn at the same time */
    Turns(int atOnce) {
        turns = new Semaphore(atOnce, true);
    }

    <T> T take(Supplier<T> work) {
        boolean taken = comes();
        try {
            return work.get();
        } finally {
            if (taken) {
                turns.release();
            }
        }
    }

    private boolean comes() {
        try {
            return turns.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
