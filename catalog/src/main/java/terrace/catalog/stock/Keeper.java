package terrace.catalog.stock;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import terrace.catalog.listings.Listings;
import terrace.catalog.stock.BucketRows.PledgedWish;
import terrace.catalog.stock.HoldWriting.Demand;
import terrace.catalog.stock.HoldWriting.HoldLine;

/** Keeps goods for purchases: ordinary ones, then those out of buckets; all of them or none. */
@Singleton
class Keeper {
    private final HoldRows holds;
    private final HoldWriting writing;
    private final BucketRows buckets;
    private final Listings listings;
    private final JdbcOperations jdbc;

    Keeper(HoldRows holds, HoldWriting writing, BucketRows buckets, Listings listings, JdbcOperations jdbc) {
        this.holds = holds;
        this.writing = writing;
        this.buckets = buckets;
        this.listings = listings;
        this.jdbc = jdbc;
    }

    Holding hold(UUID purchaseId, Wish wish, Instant until) {
        return jdbc.execute(connection -> {
            Savepoint before = connection.setSavepoint();
            Map<UUID, Holding> refused = holdAll(Map.of(purchaseId, wish), until);
            return after(connection, before, refused.get(purchaseId));
        });
    }

    private static Holding after(Connection connection, Savepoint before, @Nullable Holding refused)
            throws SQLException {
        if (refused == null) {
            connection.releaseSavepoint(before);
            return new Holding.Held();
        }
        connection.rollback(before);
        return refused;
    }

    /** Answers those that are refused: if there are any, what was written must be undone. First come, first served. */
    Map<UUID, Holding> holdAll(Map<UUID, Wish> wishes, Instant until) {
        List<HoldLine> ordinary = new ArrayList<>();
        List<PledgedWish> pledged = new ArrayList<>();
        wishes.forEach((purchaseId, wish) -> {
            wish.part(false)
                    .forEach((skuId, quantity) -> ordinary.add(new HoldLine(
                            purchaseId, skuId, quantity, wish.early().get(skuId))));
            wish.part(true)
                    .forEach((skuId, quantity) -> pledged.add(new PledgedWish(
                            purchaseId,
                            skuId,
                            quantity,
                            Objects.requireNonNull(wish.buckets().get(skuId)),
                            Objects.requireNonNull(wish.taker()))));
        });
        List<Demand> demands = new ArrayList<>();
        if (!ordinary.isEmpty()) {
            demands.addAll(writing.hold(wishes.keySet(), ordinary, until));
            if (heldBefore(wishes.keySet(), demands)) {
                return Map.of();
            }
        }
        if (!pledged.isEmpty() && enough(demands)) {
            demands.addAll(buckets.hold(wishes.keySet(), pledged, ordinary.isEmpty() ? until : null));
            if (heldBefore(wishes.keySet(), demands)) {
                return Map.of();
            }
        }
        Map<UUID, Holding> refused = enough(demands) ? capped(wishes, pledged) : lacking(wishes, demands);
        if (refused.isEmpty()) {
            tell(demands.stream().map(Demand::line).toList(), LockedLine::takesTheLast);
        }
        return refused;
    }

    private static boolean enough(List<Demand> demands) {
        return demands.stream().noneMatch(demand -> demand.line().isLacking());
    }

    /** A purchase that is sent again has its goods; among many, none may. */
    private boolean heldBefore(Set<UUID> purchaseIds, List<Demand> demands) {
        int fresh = demands.isEmpty() ? 0 : demands.getFirst().fresh();
        if (fresh == purchaseIds.size()) {
            return false;
        }
        if (purchaseIds.size() > 1) {
            throw new IllegalStateException("of " + purchaseIds.size() + " purchases only " + fresh + " had no hold");
        }
        UUID purchaseId = purchaseIds.iterator().next();
        if (holds.state(purchaseId) == HoldState.RELEASED) {
            throw new IllegalStateException("the hold of purchase " + purchaseId + " has ended");
        }
        return true;
    }

    private Map<UUID, Holding> capped(Map<UUID, Wish> wishes, List<PledgedWish> pledged) {
        Map<UUID, Holding> refused = new HashMap<>();
        if (!pledged.isEmpty()) {
            buckets.count(wishes.keySet())
                    .forEach((purchaseId, caps) -> refused.put(purchaseId, new Holding.Capped(caps)));
        }
        return refused;
    }

    /** Where the goods are taken from. */
    private record Source(
            UUID skuId, @Nullable UUID bucketId, @Nullable LocalDate shipsFrom) {}

    /** Who comes first gets what there is; a source that was not asked yet is no reason to refuse. */
    private static Map<UUID, Holding> lacking(Map<UUID, Wish> wishes, List<Demand> demands) {
        Map<Source, Long> left = new HashMap<>();
        demands.forEach(demand ->
                left.put(new Source(demand.skuId(), demand.bucketId(), demand.shipsFrom()), demand.available()));
        Map<UUID, Holding> refused = new HashMap<>();
        wishes.forEach((purchaseId, wish) -> {
            Map<Source, Long> wanted = new HashMap<>();
            wish.part(false)
                    .forEach((skuId, quantity) ->
                            wanted.put(new Source(skuId, null, wish.early().get(skuId)), quantity));
            wish.part(true)
                    .forEach((skuId, quantity) ->
                            wanted.put(new Source(skuId, wish.buckets().get(skuId), null), quantity));
            wanted.keySet().retainAll(left.keySet());
            wanted.entrySet().stream()
                    .filter(line -> left.getOrDefault(line.getKey(), 0L) < line.getValue())
                    .map(Map.Entry::getKey)
                    .min(Comparator.comparing(Source::skuId))
                    .ifPresentOrElse(
                            source -> refused.put(
                                    purchaseId, new Holding.Lacking(source.skuId(), left.getOrDefault(source, 0L))),
                            () -> wanted.forEach((source, quantity) -> left.merge(source, -quantity, Long::sum)));
        });
        return refused;
    }

    /** A listing hears only of the piece after which it has none, or some again. */
    void tell(List<LockedLine> lines, Predicate<LockedLine> turning) {
        List<UUID> turned =
                lines.stream().filter(turning).map(LockedLine::skuId).toList();
        if (!turned.isEmpty()) {
            listings.stockTurned(turned);
        }
    }
}
