package terrace.web.pages;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.UUID;
import terrace.orders.cart.Carts;

/** The number beside the basket, kept a few seconds so that a page that is in memory needs no database. */
@Singleton
public class Baskets {
    private static final int KEPT_MAX = 50_000;
    private static final Duration KEPT = Duration.ofSeconds(10);

    private final Carts carts;
    private final Cache<UUID, Integer> counts =
            Caffeine.newBuilder().maximumSize(KEPT_MAX).expireAfterWrite(KEPT).build();

    Baskets(Carts carts) {
        this.carts = carts;
    }

    String shown(UUID owner) {
        int count = counts.get(owner, carts::count);
        return count == 0 ? "" : Integer.toString(count);
    }

    /** To be called after every change of a basket. */
    public void changed(UUID owner) {
        counts.invalidate(owner);
    }
}
