package terrace.search.indexing;

import co.elastic.clients.elasticsearch._types.HealthStatus;
import co.elastic.clients.elasticsearch._types.Time;
import co.elastic.clients.elasticsearch.indices.ElasticsearchIndicesClient;
import co.elastic.clients.elasticsearch.indices.update_aliases.Action;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import terrace.catalog.listings.Listings;
import terrace.search.indexing.Generation.State;

/**
 * Builds a new generation from the catalogue and changes over to it in one step. Changes meanwhile reach both
 * generations, because whoever indexes them asks which are open. A build that was broken off goes on where it was.
 */
@Singleton
class Rebuild {
    private static final Logger LOG = LoggerFactory.getLogger(Rebuild.class);
    private static final int BATCH = 1_000;
    private static final int THREADS = 2;
    private static final Time REFRESH = Time.of(time -> time.time("300ms"));
    private static final Time NEVER = Time.of(time -> time.time("-1"));
    private static final int RETIRED_SECONDS = 60;
    private static final String SHARDS_WAIT = "20s";

    /** Elasticsearch has on its disk what it was told so long ago: it writes every five seconds. */
    private static final Duration KEPT_AFTER = Duration.ofSeconds(10);

    private final GenerationRepository generations;
    private final Listings listings;
    private final IndexWriter writer;
    private final SearchCluster cluster;

    Rebuild(GenerationRepository generations, Listings listings, IndexWriter writer, SearchCluster cluster) {
        this.generations = generations;
        this.listings = listings;
        this.writer = writer;
        this.cluster = cluster;
    }

    /** Lets searches in when the live generation stands and its shards are up; says whether a rebuild is asked for. */
    boolean isNeeded() throws IOException {
        boolean live = false;
        boolean current = false;
        boolean brokenOff = false;
        for (Generation generation : generations.open()) {
            if (!exists(generation)) {
                // somebody took the index away, or it is another cluster: what has no index is no generation
                generations.retire(generation.number());
            } else if (generation.is(State.BUILDING)) {
                brokenOff = true;
            } else if (isUp(generation)) {
                live = true;
                current = generation.mapping().equals(ListingMapping.DIGEST);
            }
        }
        cluster.searchable(live);
        return !current || brokenOff;
    }

    /** Builds and changes over. One at a time; a second caller waits and then builds again. */
    synchronized void run() throws IOException {
        Generation generation = open();
        LOG.info("Building the index {}", generation.index());
        Reached all = fill(generation);
        makeOrdinary(generation.index());
        if (all != null) {
            generations.reached(generation.number(), all.after(), all.count());
        }
        changeOver(generation);
        merge(generation.index());
    }

    /** Removes indexes nobody can be writing to any more. */
    void tidy() throws IOException {
        for (Generation generation : generations.retired(RETIRED_SECONDS)) {
            drop(generation.index());
            generations.forget(generation.number());
        }
    }

    private Generation open() throws IOException {
        for (Generation generation : generations.open()) {
            if (generation.is(State.BUILDING)) {
                if (generation.mapping().equals(ListingMapping.DIGEST) && exists(generation)) {
                    return generation;
                }
                generations.retire(generation.number());
            }
        }
        Generation generation = new Generation(
                cluster.alias(), generations.nextNumber(), State.BUILDING, ListingMapping.DIGEST, null, 0);
        // left over from another database on the same cluster: no row of ours speaks for it
        drop(generation.index());
        indices()
                .create(create -> create.index(generation.index())
                        .withJson(new StringReader(ListingMapping.JSON))
                        .aliases(generation.entrance(), alias -> alias));
        // nobody searches it yet
        indices()
                .putSettings(
                        put -> put.index(generation.index()).settings(settings -> settings.refreshInterval(NEVER)));
        generations.begin(generation);
        return generation;
    }

    /** How far it went; null when there is nothing on the shelf, or nothing was left to do. */
    private @Nullable Reached fill(Generation generation) throws IOException {
        long count = generation.listings();
        UUID after = generation.resumeAfter();
        Deque<Reached> reached = new ArrayDeque<>();
        Reached last = null;
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            boolean more = true;
            while (more) {
                List<Future<?>> wave = new ArrayList<>();
                for (int i = 0; more && i < THREADS * 2; i++) {
                    List<UUID> page = listings.pageOfIds(after, BATCH);
                    more = page.size() == BATCH;
                    if (!page.isEmpty()) {
                        after = page.getLast();
                        count += page.size();
                        wave.add(threads.submit(() -> {
                            writer.write(new LinkedHashSet<>(page), List.of(generation));
                            return null;
                        }));
                    }
                }
                finish(wave);
                LOG.info("{} listings are in {}", count, generation.index());
                if (after != null) {
                    last = new Reached(after, count, System.nanoTime());
                    reached.add(last);
                    note(generation, reached);
                }
            }
        }
        return last;
    }

    private record Reached(UUID after, long count, long nanos) {}

    /** A build that is broken off goes on behind what cannot be lost any more. */
    private void note(Generation generation, Deque<Reached> reached) {
        long kept = System.nanoTime() - KEPT_AFTER.toNanos();
        Reached last = null;
        while (!reached.isEmpty() && reached.getFirst().nanos() - kept <= 0) {
            last = reached.removeFirst();
        }
        if (last != null) {
            generations.reached(generation.number(), last.after(), last.count());
        }
    }

    private static void finish(List<Future<?>> wave) throws IOException {
        for (Future<?> batch : wave) {
            try {
                batch.get();
            } catch (ExecutionException e) {
                throw new IOException("A batch of listings could not be indexed", e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("Interrupted while building the index", e);
            }
        }
    }

    private void makeOrdinary(String index) throws IOException {
        indices().putSettings(put -> put.index(index).settings(settings -> settings.refreshInterval(REFRESH)));
        indices().flush(flush -> flush.index(index));
        indices().refresh(refresh -> refresh.index(index));
    }

    private void changeOver(Generation generation) throws IOException {
        List<Action> actions = new ArrayList<>();
        actions.add(Action.of(
                action -> action.add(add -> add.index(generation.index()).alias(generation.alias()))));
        for (Generation other : generations.open()) {
            if (other.number() != generation.number() && exists(other)) {
                actions.add(Action.of(action -> action.remove(remove ->
                        remove.index(other.index()).alias(generation.alias()).mustExist(false))));
            }
        }
        indices().updateAliases(update -> update.actions(actions));
        generations.goLive(generation.number());
        cluster.searchable(true);
        LOG.info("Searches now go to {}", generation.index());
    }

    /** One segment halves what a search costs. On a busy machine it outlasts the request, and goes on without us. */
    private void merge(String index) {
        try {
            indices().forcemerge(merge -> merge.index(index).maxNumSegments(1L));
        } catch (IOException e) {
            LOG.debug("Merging {} goes on unwatched", index, e);
        }
    }

    private boolean exists(Generation generation) throws IOException {
        return indices().exists(exists -> exists.index(generation.index())).value();
    }

    private boolean isUp(Generation generation) throws IOException {
        boolean pointedAt = indices()
                .existsAlias(exists -> exists.index(generation.index()).name(generation.alias()))
                .value();
        return pointedAt
                && !cluster.patient()
                        .cluster()
                        .health(health -> health.index(generation.index())
                                .waitForStatus(HealthStatus.Yellow)
                                .timeout(time -> time.time(SHARDS_WAIT)))
                        .timedOut();
    }

    private void drop(String index) throws IOException {
        indices().delete(delete -> delete.index(index).ignoreUnavailable(true));
    }

    private ElasticsearchIndicesClient indices() {
        return cluster.patient().indices();
    }
}
