package terrace.web.pages;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Public pages, each kept for the seconds its key begins with. A page that many want at once is made by the first of
 * them, and the others wait for it: when the home page's time is over, it is not made a hundred times.
 */
final class KeptPages {
    private static final long BYTES_MAX = 96L * 1024 * 1024;

    private final Cache<String, PageBytes> kept = Caffeine.newBuilder()
            .maximumWeight(BYTES_MAX)
            .weigher((String key, PageBytes page) -> key.length() * 2 + page.kept())
            .expireAfter(new Freshness())
            .build();
    private final Map<String, CompletableFuture<PageBytes>> underWay = new ConcurrentHashMap<>();
    private final Counter hits;
    private final Counter misses;

    KeptPages(MeterRegistry meters) {
        hits = meters.counter("terrace.pages.cached", "result", "hit");
        misses = meters.counter("terrace.pages.cached", "result", "miss");
    }

    /** @param making how it is made where it is not there; what it throws, its caller gets, and nobody else */
    PageBytes get(String key, Supplier<PageBytes> making) {
        PageBytes there = kept.getIfPresent(key);
        if (there != null) {
            hits.increment();
            return there;
        }
        CompletableFuture<PageBytes> mine = new CompletableFuture<>();
        CompletableFuture<PageBytes> others = underWay.putIfAbsent(key, mine);
        if (others == null) {
            misses.increment();
            return made(key, mine, making);
        }
        try {
            PageBytes page = others.join();
            hits.increment();
            return page;
        } catch (CompletionException failed) {
            misses.increment();
            return making.get();
        }
    }

    private PageBytes made(String key, CompletableFuture<PageBytes> mine, Supplier<PageBytes> making) {
        try {
            PageBytes page = making.get();
            kept.put(key, page);
            if (!underWay.remove(key, mine)) {
                // forgotten while it was made: it may show what was before
                kept.invalidate(key);
            }
            mine.complete(page);
            return page;
        } finally {
            underWay.remove(key, mine);
            mine.completeExceptionally(new IllegalStateException("the page could not be made"));
        }
    }

    /** Lets go of pages of these things, those under way too: of pages whose path ends in one of the ids. */
    void forget(Set<UUID> ids) {
        Set<String> ends = ids.stream().map(UUID::toString).collect(Collectors.toSet());
        underWay.keySet().removeIf(key -> ends.contains(subject(key)));
        kept.asMap().keySet().removeIf(key -> ends.contains(subject(key)));
    }

    /** What stands behind the last slash of the path: in "30|…|/listings/0198…?from=x|listing" the id. */
    private static String subject(String key) {
        int pathEnd = key.lastIndexOf('|');
        int query = key.indexOf('?');
        int end = query < 0 || query > pathEnd ? pathEnd : query;
        return key.substring(key.lastIndexOf('/', end) + 1, end);
    }

    /** Lets a page go after the seconds its key begins with. */
    private static final class Freshness implements Expiry<String, PageBytes> {
        @Override
        public long expireAfterCreate(String key, PageBytes page, long now) {
            return TimeUnit.SECONDS.toNanos(Long.parseLong(key.substring(0, key.indexOf('|'))));
        }

        @Override
        public long expireAfterUpdate(String key, PageBytes page, long now, long left) {
            return expireAfterCreate(key, page, now);
        }

        @Override
        public long expireAfterRead(String key, PageBytes page, long now, long left) {
            return left;
        }
    }
}
