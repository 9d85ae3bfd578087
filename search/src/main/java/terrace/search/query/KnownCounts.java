package terrace.search.query;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Counts of the last seconds: those beside a list may be that old, the list itself is asked each time. */
@Singleton
class KnownCounts {
    private static final int KEPT_MAX = 2_000;

    private final Cache<Counts.Key, Counts> kept;

    KnownCounts(@Value("${terrace.search.counts-kept:10s}") Duration time) {
        kept = Caffeine.newBuilder()
                .maximumSize(KEPT_MAX)
                .expireAfterWrite(time)
                .build();
    }

    @Nullable
    Counts find(Counts.Key key) {
        return kept.getIfPresent(key);
    }

    void keep(Counts.Key key, Counts counts) {
        kept.put(key, counts);
    }
}
