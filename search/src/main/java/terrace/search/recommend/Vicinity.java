package terrace.search.recommend;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import terrace.search.recommend.LearnedRows.Basis;

/**
 * What goes with the goods somebody cares for. It is learnt by night and asked for again with each of their searches, a
 * thousand rows at a time, so it is kept a little.
 */
@Singleton
class Vicinity {
    /** Pairs of goods, some 120 bytes each. */
    private static final int PAIRS_KEPT_MAX = 100_000;

    private static final Duration KEPT = Duration.ofMinutes(1);

    private final LearnedRows rows;
    private final Cache<List<UUID>, Map<UUID, Map<UUID, Double>>> kept = Caffeine.newBuilder()
            .maximumWeight(PAIRS_KEPT_MAX)
            .weigher((List<UUID> seeds, Map<UUID, Map<UUID, Double>> near) ->
                    1 + near.values().stream().mapToInt(Map::size).sum())
            .expireAfterWrite(KEPT)
            .build();

    Vicinity(LearnedRows rows) {
        this.rows = rows;
    }

    /** Of each of the goods, how others go with it; about a minute old. */
    Map<UUID, Map<UUID, Double>> of(List<UUID> seeds) {
        return seeds.isEmpty()
                ? Map.of()
                : kept.get(seeds, wanted -> rows.neighbours(wanted, EnumSet.allOf(Basis.class)));
    }
}
