package terrace.search.vectors;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Vectors of titles and of what shoppers type. The model is loaded in the background; until then, and on a machine that
 * cannot run it, there are none and search goes by words alone.
 */
@Singleton
public class Vectors {
    private static final int QUERIES_MAX = 4_000;
    /** What one run of the background job makes: about a quarter of a second's work. */
    private static final int BATCH = 32;

    private static final long LATELY_NANOS = Duration.ofSeconds(2).toNanos();

    private final Embedder embedder;
    private final VectorRepository vectors;
    private final boolean wanted;
    private volatile long askedAt = System.nanoTime() - LATELY_NANOS;
    private final Cache<String, Vector> queries =
            Caffeine.newBuilder().maximumSize(QUERIES_MAX).build();

    Vectors(Embedder embedder, VectorRepository vectors, @Value("${terrace.search.vectors:true}") boolean wanted) {
        this.embedder = embedder;
        this.vectors = vectors;
        this.wanted = wanted;
    }

    /** Loads the model, unless none is wanted. */
    public void load() {
        if (wanted) {
            embedder.load();
        }
    }

    public boolean ready() {
        return embedder.ready();
    }

    /** Of what somebody typed, folded; made at once if it is not remembered. */
    public Optional<Vector> ofQuery(String folded) {
        askedAt = System.nanoTime();
        return folded.isEmpty() || !ready() ? Optional.empty() : Optional.of(queries.get(folded, embedder::of));
    }

    /** Somebody searched just now. */
    boolean askedLately() {
        return System.nanoTime() - askedAt < LATELY_NANOS;
    }

    /** Of texts, folded, as far as they are known already. */
    public Map<String, Vector> known(Collection<String> folded) {
        return folded.isEmpty() ? Map.of() : vectors.find(Set.copyOf(folded));
    }

    /** Of texts, folded, all of them, however long it takes. */
    public Map<String, Vector> make(Collection<String> folded) {
        Map<String, Vector> all = new HashMap<>(known(folded));
        Map<String, Vector> made = new LinkedHashMap<>();
        for (String text : folded) {
            if (!all.containsKey(text)) {
                Vector vector = embedder.of(text);
                all.put(text, vector);
                made.put(text, vector);
            }
        }
        if (!made.isEmpty()) {
            vectors.add(made);
        }
        return all;
    }

    /** Notes listings whose title, folded, has no vector yet. */
    public void await(Map<UUID, String> texts) {
        if (wanted && !texts.isEmpty()) {
            vectors.await(texts);
        }
    }

    /** Makes the vectors of some listings that wait; these are to be indexed again, and then {@link #done}. */
    public Map<UUID, String> makeSome() {
        Map<UUID, String> some = ready() ? vectors.waiting(BATCH) : Map.of();
        if (!some.isEmpty()) {
            make(Set.copyOf(some.values()));
        }
        return some;
    }

    public void done(Map<UUID, String> texts) {
        vectors.done(texts);
    }

    public VectorProgress progress() {
        return vectors.progress();
    }
}
