package terrace.catalog.stock;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import java.util.function.Predicate;
import terrace.catalog.listings.Listings;

/** Keeps goods for a purchase: ordinary ones, then those out of buckets; all of them or none. */
@Singleton
class Keeper {
    private final HoldRows holds;
    private final BucketRows buckets;
    private final Listings listings;

    Keeper(HoldRows holds, BucketRows buckets, Listings listings) {
        this.holds = holds;
        this.buckets = buckets;
        this.listings = listings;
    }

    Holding hold(UUID purchaseId, Wish wish, Instant until) {
        SortedMap<UUID, Long> ordinary = wish.ordinary();
        if (ordinary.isEmpty()) {
            List<LockedLine> pledged = buckets.hold(purchaseId, wish, until);
            return pledged.isEmpty() ? again(purchaseId) : kept(purchaseId, List.of(), pledged);
        }
        List<LockedLine> lines = holds.hold(purchaseId, ordinary, wish.early(), until);
        if (lines.isEmpty()) {
            return again(purchaseId);
        }
        Optional<LockedLine> lacking = lacking(lines);
        if (lacking.isPresent()) {
            holds.wipe(purchaseId);
            return lacking(lacking.get());
        }
        List<LockedLine> pledged = wish.buckets().isEmpty() ? List.of() : buckets.hold(purchaseId, wish, null);
        return kept(purchaseId, lines, pledged);
    }

    /** @param ordinary nothing of it was lacking */
    private Holding kept(UUID purchaseId, List<LockedLine> ordinary, List<LockedLine> pledged) {
        Optional<LockedLine> lacking = lacking(pledged);
        if (lacking.isPresent()) {
            wipe(purchaseId, ordinary);
            return lacking(lacking.get());
        }
        Map<UUID, Long> above = pledged.isEmpty() ? Map.of() : buckets.count(purchaseId);
        if (!above.isEmpty()) {
            buckets.undo(purchaseId, above.keySet());
            wipe(purchaseId, ordinary);
            return new Holding.Capped(above);
        }
        tell(ordinary, LockedLine::takesTheLast);
        tell(pledged, LockedLine::takesTheLast);
        return new Holding.Held();
    }

    private Holding again(UUID purchaseId) {
        if (holds.state(purchaseId) == HoldState.RELEASED) {
            throw new IllegalStateException("the hold of purchase " + purchaseId + " has ended");
        }
        return new Holding.Held();
    }

    private void wipe(UUID purchaseId, List<LockedLine> ordinary) {
        if (!ordinary.isEmpty()) {
            holds.giveBack(purchaseId);
        }
        holds.wipe(purchaseId);
    }

    private static Optional<LockedLine> lacking(List<LockedLine> lines) {
        return lines.stream().filter(LockedLine::isLacking).findFirst();
    }

    private static Holding lacking(LockedLine line) {
        return new Holding.Lacking(line.skuId(), line.available());
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
