package terrace.search.signals;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings waiting signals to their rows; each node has one, for its own queue. */
@Singleton
class SignalWriter implements ApplicationEventListener<StartupEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(SignalWriter.class);
    private static final Duration PAUSE = Duration.ofMillis(700);
    private static final Duration ENDING_MAX = Duration.ofSeconds(5);

    private final Signals signals;
    private volatile boolean closed;
    private @Nullable Thread thread;

    SignalWriter(Signals signals) {
        this.signals = signals;
    }

    @Override
    public void onApplicationEvent(StartupEvent event) {
        thread = Thread.ofPlatform().daemon().name("signal-writer").start(this::write);
    }

    /** The writer empties the queue once more before it ends. */
    @PreDestroy
    void close() throws InterruptedException {
        closed = true;
        if (thread != null) {
            thread.interrupt();
            thread.join(ENDING_MAX);
        }
    }

    private void write() {
        while (!closed) {
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                // asked to end: what waits is written first
            }
            try {
                signals.flush();
            } catch (RuntimeException e) {
                // a batch is lost, the market goes on
                LOG.warn("Signals could not be written: {}", e.toString());
            }
        }
    }
}
