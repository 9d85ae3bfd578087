package terrace.catalog.stock;

import io.micronaut.data.connection.annotation.Connectable;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import terrace.catalog.listings.Listings;
import terrace.catalog.stock.Movement.Kind;

/** What is there to sell, never less than nothing. */
@Singleton
public class Stock {
    public static final long QUANTITY_MAX = 10_000_000;

    private final StockRows rows;
    private final HoldRows holds;
    private final BucketRows buckets;
    private final Keeper keeper;
    private final Listings listings;

    Stock(StockRows rows, HoldRows holds, BucketRows buckets, Keeper keeper, Listings listings) {
        this.rows = rows;
        this.holds = holds;
        this.buckets = buckets;
        this.keeper = keeper;
        this.listings = listings;
    }

    /** Pieces that can be bought now, for every SKU asked for. */
    @Connectable
    public Map<UUID, Long> onSale(Set<UUID> skuIds) {
        Map<UUID, Long> available = new HashMap<>();
        offers(skuIds).forEach((skuId, offer) -> available.put(skuId, offer.pieces()));
        return available;
    }

    /**
     * What can be bought now, of every SKU asked for: while a campaign's price holds from what is pledged for it, else
     * from what is on hand, else from a harvest that is expected.
     */
    @Connectable
    public Map<UUID, Offer> offers(Set<UUID> skuIds) {
        Map<UUID, Offer> offers = rows.offers(skuIds);
        skuIds.forEach(skuId -> offers.putIfAbsent(skuId, Offer.NONE));
        return offers;
    }

    /** Pieces on hand, those held among them; the SKU stays locked until the caller's transaction ends. */
    @Transactional
    public long lockOnHand(UUID skuId) {
        return rows.lock(skuId).onHand();
    }

    /**
     * Keeps goods for an unpaid purchase, all of them or none, in the caller's transaction. A purchase that has its
     * goods already gets the same answer again and no more goods.
     *
     * @throws IllegalStateException when the purchase's hold has ended: it is not held a second time
     */
    @Transactional
    public Holding hold(UUID purchaseId, Map<UUID, Long> quantities, Instant until) {
        return hold(purchaseId, quantities, Map.of(), until);
    }

    /**
     * As above; of some SKUs from a harvest that is expected.
     *
     * @param early the day the buyer was told they are sent from, by SKU; another day's harvest is not theirs
     */
    @Transactional
    public Holding hold(UUID purchaseId, Map<UUID, Long> quantities, Map<UUID, LocalDate> early, Instant until) {
        return hold(purchaseId, new Wish(quantities, early, Map.of(), null), until);
    }

    /** As above; of some SKUs from pledged stock. */
    @Transactional
    public Holding hold(UUID purchaseId, Wish wish, Instant until) {
        return keeper.hold(purchaseId, wish, until);
    }

    /**
     * Keeps goods for many purchases that have none yet, in one go. If it answers anything, the caller must roll back:
     * those refused are named, and the others get theirs when they are asked for without them.
     *
     * @param wishes by purchase, the first come first; of each member one at most
     */
    @Transactional
    public Map<UUID, Holding> holdAll(SequencedMap<UUID, Wish> wishes, Instant until) {
        return wishes.isEmpty() ? Map.of() : keeper.holdAll(wishes, until);
    }

    /**
     * The purchase is paid: its goods leave. Safe to repeat; after the hold ended it takes what is still free, all or
     * nothing.
     *
     * @throws IllegalStateException when nothing was ever held for the purchase
     */
    @Transactional
    public Taking take(UUID purchaseId) {
        if (!holds.take(purchaseId).isEmpty()) {
            return new Taking.Taken();
        }
        HoldState state = Objects.requireNonNullElseGet(holds.state(purchaseId), () -> {
            throw new IllegalStateException("nothing was ever held for purchase " + purchaseId);
        });
        return state == HoldState.TAKEN ? new Taking.Taken() : takeLate(purchaseId);
    }

    private Taking takeLate(UUID purchaseId) {
        List<LockedLine> lines = holds.takeLate(purchaseId);
        Optional<LockedLine> lacking =
                lines.stream().filter(LockedLine::isLacking).findFirst();
        if (lacking.isPresent()) {
            return new Taking.Gone(lacking.get().skuId(), lacking.get().available());
        }
        holds.markTaken(purchaseId);
        keeper.tell(lines, LockedLine::takesTheLast);
        return new Taking.Taken();
    }

    /** The purchase is off: its goods are free again. Nothing happens to goods that are taken or released already. */
    @Transactional
    public void release(UUID purchaseId) {
        releaseAll(Set.of(purchaseId));
    }

    /** As above, of many at once: their SKUs are locked in one order, so that buyers of the same goods only wait. */
    @Transactional
    public void releaseAll(Set<UUID> purchaseIds) {
        freed(holds.release(purchaseIds));
    }

    /** Releases holds that are over, in a transaction of its own; returns of how many purchases. */
    @Transactional
    public int expireDue(int limit) {
        return freed(holds.expire(limit)).purchases();
    }

    private HoldRows.Freed freed(HoldRows.Freed freed) {
        List<LockedLine> pledged = freed.pledged().isEmpty() ? List.of() : buckets.free(freed.pledged());
        keeper.tell(freed.lines(), LockedLine::bringsBackTheFirst);
        keeper.tell(pledged, LockedLine::bringsBackTheFirst);
        return freed;
    }

    /** Goods came in. */
    @Transactional
    public void receive(UUID skuId, long quantity, String reason) {
        receiveAll(List.of(new Receipt(skuId, quantity)), reason);
    }

    @Transactional
    public void receiveAll(Collection<Receipt> receipts, String reason) {
        TreeMap<UUID, Long> quantities = new TreeMap<>();
        for (Receipt receipt : receipts) {
            if (receipt.quantity() <= 0) {
                throw new IllegalArgumentException("what comes in is at least one piece");
            }
            quantities.merge(receipt.skuId(), receipt.quantity(), Math::addExact);
        }
        List<UUID> turned = rows.receive(quantities, reason);
        if (!turned.isEmpty()) {
            listings.stockTurned(turned);
        }
    }

    /** Someone counted: this is what is on hand. */
    @Transactional
    public Adjustment count(UUID skuId, long onHand, String reason) {
        StockRows.Counted level = rows.lock(skuId);
        return adjust(skuId, Kind.COUNTED, level, onHand - level.onHand(), reason);
    }

    /** Goods are lost. */
    @Transactional
    public Adjustment spoil(UUID skuId, long quantity, String reason) {
        if (quantity <= 0) {
            throw new IllegalArgumentException("what is lost is at least one piece");
        }
        return adjust(skuId, Kind.SPOILED, rows.lock(skuId), -quantity, reason);
    }

    /**
     * One entry of a merchant's stock book; the same entry sent twice is made once.
     *
     * @param entryId minted when the form was shown
     * @param quantity pieces: those that came, that are lost, that were counted, or by which it is put right
     */
    @Transactional
    public Adjustment enter(UUID entryId, UUID skuId, Kind kind, long quantity, String reason) {
        StockRows.Counted level = rows.lock(skuId);
        String reference = "entry:" + entryId;
        if (rows.isEntered(skuId, reference)) {
            return new Adjustment.Adjusted(level.onHand(), level.available());
        }
        long change =
                switch (kind) {
                    case IN, ADJUSTED -> quantity;
                    case SPOILED -> -quantity;
                    case COUNTED -> quantity - level.onHand();
                    case OUT -> throw new IllegalArgumentException("goods go out by sales alone");
                };
        if ((quantity < 0 && kind != Kind.ADJUSTED) || Math.abs(quantity) > QUANTITY_MAX) {
            throw new IllegalArgumentException("not a number of pieces: " + quantity);
        }
        return adjust(skuId, kind, level, change, reason, reference);
    }

    private Adjustment adjust(UUID skuId, Kind kind, StockRows.Counted level, long change, String reason) {
        return adjust(skuId, kind, level, change, reason, "");
    }

    private Adjustment adjust(
            UUID skuId, Kind kind, StockRows.Counted level, long change, String reason, String reference) {
        StockRows.Counted after = new StockRows.Counted(level.onHand() + change, level.held());
        if (after.available() < 0) {
            return new Adjustment.Promised(level.held());
        }
        if (change != 0) {
            rows.move(skuId, kind, change, reason, reference);
        }
        if ((level.available() > 0) != (after.available() > 0)) {
            listings.stockTurned(List.of(skuId));
        }
        return new Adjustment.Adjusted(after.onHand(), after.available());
    }

    /** What is on hand, promised and watched, for every SKU asked for. */
    @Connectable
    public Map<UUID, Level> levels(Set<UUID> skuIds) {
        Map<UUID, Level> levels = rows.levels(skuIds);
        skuIds.forEach(skuId -> levels.putIfAbsent(skuId, new Level(0, 0, 0)));
        return levels;
    }

    /** From now on the SKU is low when so many pieces or fewer can be bought; 0 watches it no longer. */
    @Transactional
    public void watch(UUID merchantId, UUID skuId, long lowAt) {
        rows.watch(merchantId, skuId, Math.clamp(lowAt, 0, QUANTITY_MAX));
    }

    /** Watched SKUs of the merchant of which too few are left. */
    @Connectable
    public List<UUID> low(UUID merchantId, int limit) {
        return rows.low(merchantId, limit);
    }

    /** The ledger of a SKU, newest first. */
    @Connectable
    public List<Movement> movements(UUID skuId, int limit) {
        return rows.movements(skuId, limit);
    }
}
