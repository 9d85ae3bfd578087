package terrace.orders.checkout;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import terrace.catalog.flashsales.WaitingLines;
import terrace.orders.checkout.Placement.ShortLine;

/**
 * What the database said was gone, a moment ago: who comes in a rush meanwhile is refused out of memory. It may only
 * refuse. Each node has its own and none knows of another's; what comes back, after a hold has lapsed or from another
 * node, can be refused here for {@link #SHUT_FOR} more, and no longer.
 */
final class Gate {
    /** Short beside the minutes in which somebody pays, long beside a batch. */
    static final Duration SHUT_FOR = Duration.ofMillis(500);

    /** So many refusals of the same goods in that time are a rush, even where they do not come at once. */
    static final int RUSH_REFUSALS = 5;

    private static final int SHUT_MAX = 10_000;

    private final Cache<UUID, Shut> shut = Caffeine.newBuilder()
            .maximumSize(SHUT_MAX)
            .expireAfterWrite(SHUT_FOR)
            .build();
    private final Cache<UUID, AtomicInteger> refusals = Caffeine.newBuilder()
            .maximumSize(SHUT_MAX)
            .expireAfterWrite(SHUT_FOR)
            .build();
    private final WaitingLines lines;

    Gate(WaitingLines lines) {
        this.lines = lines;
    }

    /** @param keptFor for whom a piece was kept when it was shut */
    private record Shut(ShortLine line, Set<UUID> keptFor) {}

    /** For whom a piece is kept, nothing is gone before it is tried. */
    Optional<Placement> refusal(PlaceOrder wish) {
        Collection<Shut> gone = shut.getAllPresent(wish.skuIds()).values();
        if (gone.isEmpty() || gone.stream().anyMatch(each -> each.keptFor().contains(wish.memberId()))) {
            return Optional.empty();
        }
        return Optional.of(
                new Placement.TurnedAway(gone.stream().map(Shut::line).toList()));
    }

    /** As {@link #shut}, when the like was refused several times in the last moment. */
    void shutWhereMany(Collection<ShortLine> lacking) {
        shut(lacking.stream().filter(line -> line.left() == 0 && isRush(line)).toList());
    }

    private boolean isRush(ShortLine line) {
        return refusals.get(line.skuId(), id -> new AtomicInteger()).incrementAndGet() >= RUSH_REFUSALS;
    }

    /** Once for a batch, with one question: for whom pieces are kept. */
    void shut(Collection<ShortLine> lacking) {
        Map<UUID, ShortLine> gone = new HashMap<>();
        lacking.stream().filter(line -> line.left() == 0).forEach(line -> gone.put(line.skuId(), line));
        if (gone.isEmpty()) {
            return;
        }
        Map<UUID, Set<UUID>> kept = lines.keptBySku(gone.keySet());
        gone.forEach((skuId, line) -> shut.put(skuId, new Shut(line, kept.getOrDefault(skuId, Set.of()))));
    }

    /** Of a refusal, the lines of which nothing is left, be it at a campaign's price only. */
    static List<ShortLine> gone(@Nullable Placement placement) {
        List<ShortLine> lines =
                switch (placement) {
                    case Placement.SoldOut out -> out.lines();
                    case Placement.CampaignSoldOut out -> out.lines();
                    case null, default -> List.of();
                };
        return lines.stream().filter(line -> line.left() == 0).toList();
    }
}
