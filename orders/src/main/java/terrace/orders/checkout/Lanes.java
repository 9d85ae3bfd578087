package terrace.orders.checkout;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import terrace.orders.checkout.Placement.ShortLine;

/**
 * Keeps a rush at one SKU from taking the till away from everybody else: those who want it wait in a lane of its own,
 * of bounded length, holding no connection. It only ever refuses; what is sold to whom the database decides, so that
 * several nodes need not know of each other.
 */
@Singleton
class Lanes {
    /** Half of what the till does at once: the other half is for other goods. */
    static final int AT_ONCE = 4;

    /** More than this would wait longer than people do. */
    static final int WAITING_MAX = 1_000;

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** So long nobody in a rush asks again for what was sold out. */
    private static final Duration SOLD_OUT_FOR = Duration.ofMillis(500);

    private static final int REMEMBERED_MAX = 10_000;

    private final Map<UUID, Lane> lanes = new ConcurrentHashMap<>();
    private final Cache<UUID, ShortLine> gone = Caffeine.newBuilder()
            .maximumSize(REMEMBERED_MAX)
            .expireAfterWrite(SOLD_OUT_FOR)
            .build();

    private static final class Lane {
        private final AtomicInteger inside = new AtomicInteger();
        private final Semaphore open = new Semaphore(AT_ONCE, true);
    }

    /** Somebody at the till, or on the way to it. */
    final class Pass implements AutoCloseable {
        private final Set<UUID> skuIds;
        private final Lane narrowest;
        private boolean entered;

        private Pass(Set<UUID> skuIds) {
            this.skuIds = skuIds;
            this.narrowest = skuIds.stream()
                    .map(Lanes.this::join)
                    .max(Comparator.comparingInt(lane -> lane.inside.get()))
                    .orElseGet(Lane::new);
        }

        /** Whether others wait for the same goods. */
        boolean rush() {
            return narrowest.inside.get() > AT_ONCE;
        }

        /** Waits for its turn; false when too many wait, or it takes too long. */
        boolean enter() {
            if (narrowest.inside.get() > AT_ONCE + WAITING_MAX) {
                return false;
            }
            try {
                entered = narrowest.open.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return entered;
        }

        /** In a rush, what was sold out a moment ago; null for nothing. */
        @Nullable
        List<ShortLine> soldOut() {
            if (!rush()) {
                return null;
            }
            List<ShortLine> lines = List.copyOf(gone.getAllPresent(skuIds).values());
            return lines.isEmpty() ? null : lines;
        }

        @Override
        public void close() {
            if (entered) {
                narrowest.open.release();
            }
            skuIds.forEach(Lanes.this::leave);
        }
    }

    Pass pass(Set<UUID> skuIds) {
        return new Pass(skuIds);
    }

    void remember(List<ShortLine> lines) {
        lines.stream().filter(line -> line.left() == 0).forEach(line -> gone.put(line.skuId(), line));
    }

    private Lane join(UUID skuId) {
        return lanes.compute(skuId, (id, known) -> {
            Lane lane = known == null ? new Lane() : known;
            lane.inside.incrementAndGet();
            return lane;
        });
    }

    private void leave(UUID skuId) {
        lanes.computeIfPresent(skuId, (id, lane) -> lane.inside.decrementAndGet() == 0 ? null : lane);
    }
}
