package terrace.orders.checkout;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Keeps a rush at one SKU from taking the till away from everybody else: those who want it wait in a lane of its own,
 * of bounded length, holding no connection. It only ever refuses; what is sold to whom the database decides, so that
 * several nodes need not know of each other.
 */
@Singleton
class Lanes {
    /** More than this at the same goods are a rush. */
    static final int AT_ONCE = 4;

    /** More than this would wait longer than people do. */
    static final int WAITING_MAX = 20_000;

    /** Two batches of one lane: while one is being made durable, the other is made ready. */
    private static final int RUSH_SERVERS_MAX = 2;

    /** All lanes together; the other connections are for other goods, and for those who look at pages. */
    private static final int RUSHES_AT_ONCE = 3;

    private static final Duration RUSH_PATIENCE = Duration.ofSeconds(5);

    /** Fewer at once go more together, and are through sooner; two keep processors and disk busy. */
    private static final int SERVERS_MAX = 2;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Map<UUID, Lane> lanes = new ConcurrentHashMap<>();
    private final Semaphore rushes = new Semaphore(RUSHES_AT_ONCE, true);
    private final Till till;
    private final Line everybody;

    Lanes(Till till) {
        this.till = till;
        this.everybody = new Line(
                new Line.Rules(SERVERS_MAX, new Semaphore(SERVERS_MAX, true), WAITING_MAX, PATIENCE), till::serve);
    }

    private final class Lane {
        private final AtomicInteger inside = new AtomicInteger();
        private final Line line = new Line(
                new Line.Rules(RUSH_SERVERS_MAX, rushes, WAITING_MAX, RUSH_PATIENCE), wishes -> till.serveRush(wishes));
    }

    Placement place(PlaceOrder wish) {
        Set<UUID> skuIds = wish.skuIds();
        Lane narrowest = skuIds.stream()
                .map(this::join)
                .max(Comparator.comparingInt(lane -> lane.inside.get()))
                .orElseGet(Lane::new);
        try {
            return (narrowest.inside.get() > AT_ONCE ? narrowest.line : everybody).place(wish);
        } finally {
            skuIds.forEach(this::leave);
        }
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
