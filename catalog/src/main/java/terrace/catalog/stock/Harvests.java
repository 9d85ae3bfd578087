package terrace.catalog.stock;

import io.micronaut.data.connection.annotation.Connectable;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import terrace.catalog.listings.Listing;
import terrace.catalog.listings.Listings;
import terrace.catalog.lots.Lots;
import terrace.catalog.lots.NewLot;
import terrace.catalog.lots.Recording;
import terrace.catalog.stock.Expecting.Fault;
import terrace.catalog.stock.Movement.Kind;
import terrace.marketplace.clock.Clock;

/**
 * Harvests that are expected: a part of each may be sold before it is there. When it comes, those who bought early are
 * served first; where it does not suffice, it is known how many pieces are missing. Everything locks the SKU's stock.
 */
@Singleton
public class Harvests {
    /** Harvests fail; a fifth at least is kept for that. */
    public static final int PERCENT_MAX = 80;

    private static final int DAYS_AHEAD_MAX = 365;
    private static final int PERCENT = 100;

    private final HarvestRows rows;
    private final StockRows stock;
    private final Listings listings;
    private final Lots lots;
    private final Clock clock;

    Harvests(HarvestRows rows, StockRows stock, Listings listings, Lots lots, Clock clock) {
        this.rows = rows;
        this.stock = stock;
        this.listings = listings;
        this.lots = lots;
        this.clock = clock;
    }

    /** Those with something missing first, then the newest. */
    @Connectable
    public List<Harvest> ofMerchant(UUID merchantId, int limit) {
        return rows.ofMerchant(merchantId, limit);
    }

    /** From now on a part of it is sold where nothing is on hand. Empty when the merchant has no such goods. */
    @Transactional
    public Optional<Expecting> expect(UUID merchantId, NewHarvest harvest, UUID actor) {
        if (!sells(merchantId, harvest)) {
            return Optional.empty();
        }
        Set<Fault> faults = faults(harvest.expected(), harvest.percent());
        if (!harvest.expectedOn().isAfter(clock.today())
                || harvest.expectedOn().isAfter(clock.today().plusDays(DAYS_AHEAD_MAX))) {
            faults.add(Fault.DAY);
        }
        if (!faults.isEmpty()) {
            return Optional.of(new Expecting.Refused(faults));
        }
        stock.lock(harvest.skuId());
        Optional<Harvest> known = rows.ofMerchant(merchantId, harvest.id());
        if (known.isPresent()) {
            return known.map(Expecting.Expected::new);
        }
        if (rows.isExpected(harvest.skuId())) {
            return Optional.of(new Expecting.AnotherOpen());
        }
        rows.add(merchantId, harvest, actor);
        rows.open(harvest.skuId(), quota(harvest.expected(), harvest.percent()), harvest.expectedOn());
        listings.stockTurned(List.of(harvest.skuId()));
        return rows.ofMerchant(merchantId, harvest.id()).map(Expecting.Expected::new);
    }

    /** More or less is expected; the quota never falls below what is promised. Empty when it is not the merchant's. */
    @Transactional
    public Optional<Expecting> change(UUID merchantId, UUID id, long expected, int percent) {
        Optional<Harvest> harvest = locked(merchantId, id);
        if (harvest.isEmpty()) {
            return Optional.empty();
        }
        Set<Fault> faults = faults(expected, percent);
        if (!faults.isEmpty()) {
            return Optional.of(new Expecting.Refused(faults));
        }
        if (!harvest.get().open()) {
            return Optional.of(new Expecting.Over());
        }
        rows.change(id, expected, percent);
        long quota = Math.max(harvest.get().promised(), quota(expected, percent));
        rows.open(harvest.get().skuId(), quota, harvest.get().expectedOn());
        listings.stockTurned(List.of(harvest.get().skuId()));
        return rows.ofMerchant(merchantId, id).map(Expecting.Expected::new);
    }

    /**
     * So many pieces have come, the first or some more; none means that no more is to come. Those sold early go out at
     * once in the stock book, the rest is on hand; what came is recorded as a lot, which has a passport. Empty when the
     * harvest is not the merchant's.
     */
    @Transactional
    public Optional<Expecting> arrive(UUID merchantId, UUID id, Arrival arrival, UUID actor) {
        Optional<Harvest> found = locked(merchantId, id);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Harvest harvest = found.get();
        UUID sku = harvest.skuId();
        long pieces = arrival.pieces();
        String reference = "harvest:" + arrival.id();
        if (pieces < 0 || pieces > Stock.QUANTITY_MAX) {
            return Optional.of(new Expecting.Refused(EnumSet.of(Fault.QUANTITY)));
        }
        if (stock.isEntered(sku, reference)) {
            return Optional.of(new Expecting.Expected(harvest));
        }
        if (harvest.open()) {
            long unpaid = rows.unpaid(sku);
            if (unpaid > 0) {
                rows.open(sku, harvest.promised(), harvest.expectedOn());
                return Optional.of(new Expecting.StillPaying(unpaid));
            }
        }
        Optional<Set<Recording.Fault>> unfit = record(harvest, merchantId, arrival, actor);
        if (unfit.isEmpty() || !unfit.get().isEmpty()) {
            return unfit.map(Expecting.LotRefused::new);
        }
        if (harvest.open()) {
            rows.close(sku);
        }
        rows.arrive(id, harvest.promised(), pieces);
        enter(harvest, pieces, reference);
        listings.stockTurned(List.of(sku));
        return rows.ofMerchant(merchantId, id).map(Expecting.Expected::new);
    }

    private void enter(Harvest harvest, long pieces, String reference) {
        long owed = Math.max(0, harvest.promised() - harvest.arrived());
        if (pieces > 0) {
            stock.move(harvest.skuId(), Kind.IN, pieces, "harvest", reference);
        }
        if (Math.min(pieces, owed) > 0) {
            stock.move(harvest.skuId(), Kind.OUT, -Math.min(pieces, owed), "sold", reference);
        }
    }

    /** What speaks against the lot; with nothing it stands. Empty where its id is that of somebody else's lot. */
    private Optional<Set<Recording.Fault>> record(Harvest harvest, UUID merchantId, Arrival arrival, UUID actor) {
        if (arrival.pieces() == 0) {
            return Optional.of(Set.of());
        }
        Listing listing = Objects.requireNonNull(
                listings.byIds(Set.of(harvest.listingId())).get(harvest.listingId()));
        long grams = listing.skus().stream()
                .filter(sku -> sku.id().equals(harvest.skuId()))
                .mapToLong(sku -> sku.grams() * arrival.pieces())
                .findFirst()
                .orElseThrow();
        NewLot lot = new NewLot(
                arrival.id(),
                listing.id(),
                arrival.harvestedOn(),
                listing.countyCode(),
                arrival.village(),
                grams,
                "",
                "");
        return lots.record(merchantId, lot, actor)
                .map(recording -> recording instanceof Recording.Refused refused ? refused.faults() : Set.of());
    }

    /** The harvest as it stands once nobody else can change its stock. */
    private Optional<Harvest> locked(UUID merchantId, UUID id) {
        Optional<Harvest> harvest = rows.ofMerchant(merchantId, id);
        harvest.ifPresent(found -> stock.lock(found.skuId()));
        return harvest.isEmpty() ? harvest : rows.ofMerchant(merchantId, id);
    }

    private boolean sells(UUID merchantId, NewHarvest harvest) {
        Listing listing = listings.byIds(Set.of(harvest.listingId())).get(harvest.listingId());
        return listing != null
                && listing.merchantId().equals(merchantId)
                && listing.skus().stream().anyMatch(sku -> sku.id().equals(harvest.skuId()));
    }

    private static Set<Fault> faults(long expected, int percent) {
        Set<Fault> faults = EnumSet.noneOf(Fault.class);
        if (expected < 1 || expected > Stock.QUANTITY_MAX) {
            faults.add(Fault.QUANTITY);
        }
        if (percent < 1 || percent > PERCENT_MAX) {
            faults.add(Fault.PERCENT);
        }
        return faults;
    }

    private static long quota(long expected, int percent) {
        return expected * percent / PERCENT;
    }
}
