package terrace.search.query;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import terrace.search.merchandising.Steering;

/**
 * What searches of the last seconds found out: the goods that fit best, which each member may see in an order of their
 * own; the counts; and for words that hardly anything holds to, what comes near them by meaning.
 */
@Singleton
class Remembered {
    /** Of goods, some 500 bytes each, in all the answers that are kept. */
    private static final int GOODS_MAX = 60_000;

    private static final int COUNTS_MAX = 4_000;
    private static final int NEIGHBOURS_MAX = 4_000;

    private final Cache<Best.Key, Best> best;
    private final Cache<Counts.Key, Counts> counts;
    private final Cache<Rare, List<String>> neighbours;

    Remembered(
            @Value("${terrace.search.best-kept:20s}") Duration bestKept,
            @Value("${terrace.search.counts-kept:1m}") Duration countsKept,
            @Value("${terrace.search.neighbours-kept:1m}") Duration neighboursKept) {
        best = Caffeine.newBuilder()
                .maximumWeight(GOODS_MAX)
                .weigher((Best.Key key, Best found) -> 1 + found.rated().size())
                .expireAfterWrite(bestKept)
                .build();
        counts = kept(COUNTS_MAX, countsKept);
        neighbours = kept(NEIGHBOURS_MAX, neighboursKept);
    }

    @Nullable
    Best best(Best.Key key) {
        return best.getIfPresent(key);
    }

    void keep(Best.Key key, Best found) {
        best.put(key, found);
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

    /**
     * Words that hardly anything holds to.
     *
     * @param byRelevance then less than half a page is little; in other orders only nothing is
     */
    record Rare(String index, String text, Steering steering, boolean byRelevance) {}
}
