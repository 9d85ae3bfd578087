package terrace.orders.checkout;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Inject;
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
    /**
     * Batches of one lane under way: while one is made durable, the next is made ready. A third would only wait for the
     * lock of the same row, and fewer at once go more together.
     */
    private static final int SERVERS_OF_A_LANE = 2;

    /** More than these at the same goods are a rush: one is served and one waits at each server. */
    static final int AT_ONCE = 2 * SERVERS_OF_A_LANE;

    /** Of the pool, what all rushes may hold: a quarter. The rest is for other goods, pages and jobs. */
    private static final int RUSHES_PART_OF_POOL = 4;

    /** All refusals together ask with one connection whether a form was sent before; 200 at a time. */
    private static final int REFUSING_CONNECTIONS = 1;

    /**
     * A refusal costs about a millisecond of a processor, with what the site, PostgreSQL and the wire have to do for
     * it. So many leave four fifths of each processor to others.
     */
    private static final int REFUSALS_A_SECOND_AND_CORE = 200;

    private static final Duration RUSH_PATIENCE = Duration.ofSeconds(5);

    /**
     * A batch with something to sell takes a seventh of a second, one with nothing left to sell some milliseconds. In
     * somebody's patience the first 7,000 can buy; were all sold before, these hear so in time.
     */
    static final int WAITING_MAX = 100 * Line.TOGETHER_MAX;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Map<UUID, Lane> lanes = new ConcurrentHashMap<>();
    private final Till till;
    private final Semaphore rushes;
    private final Line everybody;
    private final Line refused;
    private final Pace pace;
    private final AtomicInteger people = new AtomicInteger();

    @Inject
    Lanes(Till till, @Value("${datasources.default.maximum-pool-size}") int connections) {
        this(till, connections, Runtime.getRuntime().availableProcessors());
    }

    /**
     * A batch keeps a processor busy, here or in PostgreSQL, or waits for the disk: as many as there are processors
     * keep all of them busy, and one more does while one waits.
     */
    Lanes(Till till, int connections, int cores) {
        this.till = till;
        int most = Math.max(SERVERS_OF_A_LANE, connections / RUSHES_PART_OF_POOL);
        this.rushes = new Semaphore(Math.clamp(cores + 1L, SERVERS_OF_A_LANE, most), true);
        int servers = Math.clamp(cores, SERVERS_OF_A_LANE, most);
        this.everybody = new Line(
                new Line.Rules(servers, new Semaphore(servers, true), WAITING_MAX, PATIENCE), till::serveQuiet);
        this.refused = new Line(
                new Line.Rules(
                        REFUSING_CONNECTIONS, new Semaphore(REFUSING_CONNECTIONS, true), WAITING_MAX, RUSH_PATIENCE),
                till::answerBefore);
        this.pace = new Pace(REFUSALS_A_SECOND_AND_CORE * cores, RUSH_PATIENCE);
    }

    private final class Lane {
        private final AtomicInteger inside = new AtomicInteger();
        private final Line line;

        Lane(UUID skuId) {
            line = new Line(
                    new Line.Rules(SERVERS_OF_A_LANE, rushes, WAITING_MAX, RUSH_PATIENCE),
                    till::serveRush,
                    () -> till.pieces(skuId));
        }
    }

    Placement place(PlaceOrder wish) {
        people.incrementAndGet();
        try {
            Placement placement =
                    till.refusal(wish).map(away -> refused(wish, away)).orElseGet(() -> served(wish));
            if (placement instanceof Placement.TurnedAway) {
                pace.await();
            }
            return placement;
        } finally {
            people.decrementAndGet();
        }
    }

    int people() {
        return people.get();
    }

    /** Nothing is read for a refusal but what became of the same form before. */
    private Placement refused(PlaceOrder wish, Placement away) {
        Placement before = refused.place(wish);
        return before instanceof Placement.Crowded ? away : before;
    }

    private Placement served(PlaceOrder wish) {
        Set<UUID> skuIds = wish.skuIds();
        Line line = skuIds.stream()
                .map(this::join)
                .max(Comparator.comparingInt(lane -> lane.inside.get()))
                .filter(narrowest -> narrowest.inside.get() > AT_ONCE)
                .map(narrowest -> narrowest.line)
                .orElse(everybody);
        try {
            return line.place(wish);
        } finally {
            skuIds.forEach(this::leave);
        }
    }

    private Lane join(UUID skuId) {
        return lanes.compute(skuId, (id, known) -> {
            Lane lane = known == null ? new Lane(id) : known;
            lane.inside.incrementAndGet();
            return lane;
        });
    }

    private void leave(UUID skuId) {
        lanes.computeIfPresent(skuId, (id, lane) -> lane.inside.decrementAndGet() == 0 ? null : lane);
    }
}
