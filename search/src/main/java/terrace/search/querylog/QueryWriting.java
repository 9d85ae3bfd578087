package terrace.search.querylog;

import io.micronaut.context.annotation.Value;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes the counts of this node down every few seconds, and once more at its end. */
@Singleton
class QueryWriting implements ApplicationEventListener<StartupEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(QueryWriting.class);
    private static final Duration PAUSE = Duration.ofSeconds(15);

    private final QueryLog log;
    private final boolean running;
    private @Nullable Thread thread;

    QueryWriting(QueryLog log, @Value("${terrace.search.running:true}") boolean running) {
        this.log = log;
        this.running = running;
    }

    @Override
    public void onApplicationEvent(StartupEvent event) {
        if (running) {
            thread = Thread.ofVirtual().name("query-log").start(this::keepWriting);
        }
    }

    @PreDestroy
    void close() {
        if (thread != null) {
            thread.interrupt();
            write();
        }
    }

    private void keepWriting() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.sleep(PAUSE);
                write();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void write() {
        try {
            log.write();
        } catch (RuntimeException e) {
            LOG.warn("What was searched could not be written down, once more later: {}", e.toString());
        }
    }
}
