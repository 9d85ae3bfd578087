package terrace.search.vectors;

import io.micronaut.context.annotation.Value;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the vectors of titles that have none, a few at a time, for as long as any wait. Broken off, it goes on where it
 * was; on two nodes at once it makes some twice, and they are the same.
 */
@Singleton
class VectorWorker implements ApplicationEventListener<StartupEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(VectorWorker.class);
    private static final Duration IDLE = Duration.ofSeconds(1);
    private static final Duration BREATH = Duration.ofMillis(20);
    /** While somebody searches, it works only one part in so many of the time. */
    private static final int YIELDING = 4;

    private final Vectors vectors;
    private final IndexAgain index;
    private final boolean running;
    private volatile boolean closed;
    private @Nullable Thread thread;

    VectorWorker(Vectors vectors, IndexAgain index, @Value("${terrace.search.running:true}") boolean running) {
        this.vectors = vectors;
        this.index = index;
        this.running = running;
    }

    @Override
    public void onApplicationEvent(StartupEvent event) {
        if (running) {
            thread = Thread.ofPlatform().daemon().name("vectors").start(this::work);
        }
    }

    @PreDestroy
    void close() throws InterruptedException {
        closed = true;
        if (thread != null) {
            thread.interrupt();
            thread.join(Duration.ofSeconds(5));
        }
    }

    private void work() {
        vectors.load();
        while (!closed && vectors.ready()) {
            long begun = System.nanoTime();
            Duration pause = IDLE;
            try {
                if (some()) {
                    Duration took = Duration.ofNanos(System.nanoTime() - begun);
                    pause = vectors.askedLately() ? took.multipliedBy(YIELDING - 1L) : BREATH;
                }
            } catch (RuntimeException e) {
                if (!closed) {
                    LOG.warn("Vectors could not be made and will be tried again: {}", e.toString());
                }
            }
            try {
                Thread.sleep(pause);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** Whether there were any. Done only after they wait to be indexed, so that none is forgotten in between. */
    private boolean some() {
        Map<UUID, String> made = vectors.makeSome();
        if (made.isEmpty()) {
            return false;
        }
        index.indexAgain(made.keySet());
        vectors.done(made);
        return true;
    }
}
