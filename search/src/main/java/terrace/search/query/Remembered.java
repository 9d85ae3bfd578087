package terrace.search.query;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Interner;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import terrace.search.indexing.IndexedCard;
import terrace.search.merchandising.Steering;
import terrace.search.stillness.Stillness;

/**
 * What searches of the last seconds found out: the goods that fit best, which each member may see in an order of their
 * own; the counts; and for words that hardly anything holds to, what comes near them by meaning.
 */
@Singleton
class Remembered {
    /** Of goods in all the answers that are kept: some 40 bytes each, and 500 for each one that is in any of them. */
    private static final int GOODS_MAX = 200_000;

    private static final int COUNTS_MAX = 4_000;
    private static final int NEIGHBOURS_MAX = 4_000;

    private final Cache<Best.Key, Kept> best;
    private final Interner<IndexedCard> cards = Interner.newWeakInterner();
    private final Stillness stillness;
    private final Duration bestKept;
    private final Cache<Counts.Key, Counts> counts;
    private final Cache<Rare, List<String>> neighbours;

    /**
     * How long what is kept.
     *
     * @param bestKept the goods that fit best, whatever happens
     * @param bestKeptStill the same while the index does not change
     */
    Remembered(
            Stillness stillness,
            @Value("${terrace.search.best-kept:20s}") Duration bestKept,
            @Value("${terrace.search.best-kept-still:2m}") Duration bestKeptStill,
            @Value("${terrace.search.counts-kept:1m}") Duration countsKept,
            @Value("${terrace.search.neighbours-kept:1m}") Duration neighboursKept) {
        this.stillness = stillness;
        this.bestKept = bestKept;
        best = Caffeine.newBuilder()
                .maximumWeight(GOODS_MAX)
                .weigher((Best.Key key, Kept kept) -> 1 + kept.best.rated().size())
                .expireAfterWrite(bestKeptStill.compareTo(bestKept) > 0 ? bestKeptStill : bestKept)
                .build();
        counts = kept(COUNTS_MAX, countsKept);
        neighbours = kept(NEIGHBOURS_MAX, neighboursKept);
    }

    /**
     * What was found, where that may still be shown.
     *
     * @param belongings which edition of what goods belong to is known
     */
    @Nullable
    Best best(Best.Key key, long belongings) {
        Kept kept = best.getIfPresent(key);
        if (kept == null) {
            return null;
        }
        boolean young = stillness.moment() - kept.asked < bestKept.toNanos();
        boolean same = kept.belongings == belongings && stillness.since(kept.asked);
        return young || same ? kept.best : null;
    }

    /** When it is; to be asked before Elasticsearch is, and given to {@link #keep}. */
    long moment() {
        return stillness.moment();
    }

    /**
     * Keeps what was found.
     *
     * @param asked the moment before
     * @param belongings by which edition of what goods belong to
     */
    void keep(Best.Key key, Best found, long asked, long belongings) {
        List<Best.Rated> rated = found.rated().stream()
                .map(one -> new Best.Rated(cards.intern(one.card()), one.relevance(), one.wished()))
                .toList();
        best.put(key, new Kept(new Best(rated, found.total(), found.counts(), found.rest()), asked, belongings));
    }

    @Nullable
    Counts counts(Counts.Key key) {
        return counts.getIfPresent(key);
    }

    void keep(Counts.Key key, Counts found) {
        counts.put(key, found);
    }

    /** Ids of what comes near; null unless little was found for these words lately. */
    @Nullable
    List<String> neighbours(Rare words) {
        return neighbours.getIfPresent(words);
    }

    void keep(Rare words, List<String> near) {
        neighbours.put(words, near);
    }

    private static <K, V> Cache<K, V> kept(int most, Duration time) {
        return Caffeine.newBuilder().maximumSize(most).expireAfterWrite(time).build();
    }

    private record Kept(Best best, long asked, long belongings) {}

    /**
     * Words that hardly anything holds to.
     *
     * @param byRelevance then less than half a page is little; in other orders only nothing is
     */
    record Rare(String index, String text, Steering steering, boolean byRelevance) {}
}
