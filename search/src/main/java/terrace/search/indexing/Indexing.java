package terrace.search.indexing;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import terrace.search.indexing.Generation.State;

/** The index as operators see it: how it is, and building it anew. */
@Singleton
public class Indexing {
    private final SearchCluster cluster;
    private final Rebuild rebuild;
    private final IndexKeeper keeper;
    private final IndexWriter writer;
    private final GenerationRepository generations;
    private final WaitingListingRepository waiting;
    private final Comparing comparing;

    Indexing(
            SearchCluster cluster,
            Rebuild rebuild,
            IndexKeeper keeper,
            IndexWriter writer,
            GenerationRepository generations,
            WaitingListingRepository waiting,
            Comparing comparing) {
        this.cluster = cluster;
        this.rebuild = rebuild;
        this.keeper = keeper;
        this.writer = writer;
        this.generations = generations;
        this.waiting = waiting;
        this.comparing = comparing;
    }

    /**
     * Builds a new generation from the catalogue while the old one answers, and changes over to it. Takes a while.
     *
     * @throws UncheckedIOException when Elasticsearch does not answer; the old generation stays
     */
    public void reindex() {
        try {
            rebuild.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Indexes every change known so far and makes it visible to searches. For tests and the demo market. */
    public void refresh() {
        try {
            keeper.catchUp();
            cluster.patient().indices().refresh(all -> all.index(cluster.alias()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Compares every document with its listing and has what differs indexed again, or all when the
     * database was set back behind the index; empty while the index does not
     * answer. Reads the whole shelf: half a minute for 90,000 listings.
     *
     * @throws UncheckedIOException when Elasticsearch stops answering on the way
     */
    public Optional<Comparison> compare() {
        if (!cluster.searchable()) {
            return Optional.empty();
        }
        try {
            Comparison found = comparing.all();
            if (found.ahead()) {
                rebuild.run();
            }
            return Optional.of(found);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the goods on the shelf say and where they come from; empty while the index does not answer. */
    public Vocabulary vocabulary() {
        return cluster.searchable() ? Vocabulary.read(cluster.patient(), cluster.alias()) : Vocabulary.EMPTY;
    }

    public IndexStatus status() {
        List<Generation> open = generations.open();
        Generation live = first(open, State.LIVE);
        Generation building = first(open, State.BUILDING);
        return new IndexStatus(
                cluster.searchable(),
                live.number(),
                building.number(),
                live.listings(),
                waiting.count(),
                writer.written(),
                cluster.trouble());
    }

    private Generation first(List<Generation> open, State state) {
        return open.stream()
                .filter(generation -> generation.is(state))
                .findFirst()
                .orElse(new Generation(cluster.alias(), 0, state, "", null, 0));
    }
}
