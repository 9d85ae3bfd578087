package terrace.search.indexing;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import io.micronaut.context.annotation.Value;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import terrace.search.stillness.Stillness;
import terrace.search.words.Words;

/**
 * Stands beside the market from its start: connects to Elasticsearch, builds the index when there is none, carries
 * changes over as they come, and begins again after trouble. The market never waits for it.
 */
@Singleton
class IndexKeeper implements ApplicationEventListener<StartupEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(IndexKeeper.class);
    private static final int BATCH = 500;
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final Duration PAUSE_AFTER_TROUBLE = Duration.ofSeconds(1);
    private static final int ROUNDS_BETWEEN_LOOKS = 20;
    private static final int ROUNDS_BETWEEN_GREETINGS = 40;
    private static final int ROUNDS_BETWEEN_TIDYING = 1_200;

    /** Elasticsearch has on its disk what it was told so long ago: it writes every five seconds. */
    private static final int KEPT_AFTER_SECONDS = 60;

    private final SearchCluster cluster;
    private final Rebuild rebuild;
    private final IndexWriter writer;
    private final WaitingListingRepository waiting;
    private final GenerationRepository generations;
    private final Stillness stillness;
    private final Words words;
    private final boolean running;
    private final AtomicBoolean rebuilding = new AtomicBoolean();
    private volatile boolean closed;
    private @Nullable Thread thread;

    IndexKeeper(
            SearchCluster cluster,
            Rebuild rebuild,
            IndexWriter writer,
            WaitingListingRepository waiting,
            GenerationRepository generations,
            Stillness stillness,
            Words words,
            @Value("${terrace.search.running:true}") boolean running) {
        this.cluster = cluster;
        this.rebuild = rebuild;
        this.writer = writer;
        this.waiting = waiting;
        this.generations = generations;
        this.stillness = stillness;
        this.words = words;
        this.running = running;
    }

    @Override
    public void onApplicationEvent(StartupEvent event) {
        if (running) {
            Thread.ofPlatform().daemon().name("words").start(words::load);
            thread = Thread.ofPlatform().daemon().name("index-keeper").start(this::keep);
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

    /** Carries over what waits now, all of it. */
    void catchUp() throws IOException {
        Map<UUID, Long> batch;
        do {
            // first who waits, then where to write: a generation begun in between reads these rows itself
            batch = waiting.next(BATCH);
            List<Generation> open = generations.open().stream()
                    .filter(Generation::isOfOurMapping)
                    .toList();
            if (open.isEmpty() || batch.isEmpty()) {
                return;
            }
            writer.write(batch.keySet(), open);
            waiting.indexed(batch);
        } while (batch.size() == BATCH && !closed);
    }

    private void keep() {
        int round = 0;
        boolean settled = false;
        while (!closed) {
            try {
                settled = settled && cluster.searchable();
                if (!settled) {
                    settled = settle();
                }
                if (cluster.answering()) {
                    catchUp();
                }
                if (++round % ROUNDS_BETWEEN_LOOKS == 0) {
                    WaitingListingRepository.Progress progress = waiting.progress();
                    stillness.seen(progress.waiting(), progress.changed());
                }
                if (round % ROUNDS_BETWEEN_GREETINGS == 0) {
                    cluster.greet();
                }
                if (round % ROUNDS_BETWEEN_TIDYING == 0) {
                    tidy();
                }
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                return;
            } catch (IOException | RuntimeException e) {
                report(e);
                pause();
            }
        }
    }

    /** While Elasticsearch is away nothing is forgotten: it will be told again what it was told last. */
    private void tidy() throws IOException {
        if (cluster.answering()) {
            waiting.forget(KEPT_AFTER_SECONDS);
        }
        rebuild.tidy();
    }

    /** Connects and has the index built if it is not as it should be; true when there is nothing left to do. */
    private boolean settle() throws IOException, InterruptedException {
        boolean wasAway = !cluster.answering();
        if (!cluster.connect()) {
            return false;
        }
        if (wasAway) {
            // it may have been killed before what it was told lately was on its disk
            waiting.again();
        }
        if (rebuilding.get()) {
            return false;
        }
        if (!rebuild.isNeeded()) {
            return true;
        }
        rebuildInBackground();
        return false;
    }

    private void rebuildInBackground() {
        rebuilding.set(true);
        Thread.ofPlatform().daemon().name("index-rebuild").start(() -> {
            try {
                rebuild.run();
            } catch (IOException | RuntimeException e) {
                report(e);
                pause();
            } finally {
                rebuilding.set(false);
            }
        });
    }

    private void report(Exception e) {
        if (closed) {
            return;
        }
        if (e instanceof ElasticsearchException || !(e instanceof IOException)) {
            LOG.warn("Indexing is in trouble and begins again: {}", e.toString());
            LOG.debug("The trouble", e);
        } else {
            cluster.failed(e);
        }
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE_AFTER_TROUBLE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
