package terrace.catalog.lots;

import io.micronaut.data.connection.annotation.Connectable;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import terrace.catalog.listings.Listing;
import terrace.catalog.listings.Listings;
import terrace.marketplace.clock.Clock;

/** Says which lots goods are sent from: the one harvested first that still keeps, unless the merchant says another. */
@Singleton
public class LotUses {
    private final LotUseRows rows;
    private final Listings listings;
    private final Clock clock;

    LotUses(LotUseRows rows, Listings listings, Clock clock) {
        this.rows = rows;
        this.listings = listings;
        this.clock = clock;
    }

    /** Lots of these listings that still keep and have some left, the one harvested first in front. */
    @Connectable
    public Map<UUID, List<OpenLot>> open(UUID merchantId, Set<UUID> listingIds) {
        return candidates(merchantId, listingIds).stream()
                .filter(lot -> lot.leftGrams() > 0)
                .collect(Collectors.groupingBy(lot -> lot.lot().listingId()));
    }

    /** How many grams were sent of each of these lots. */
    @Connectable
    public Map<UUID, Long> sentGrams(Set<UUID> lotIds) {
        return rows.sent(lotIds);
    }

    /** Joins the caller's transaction; nothing is kept unless all of it can be. */
    @Transactional
    public Assignment assign(UUID merchantId, List<Need> needs) {
        TreeSet<UUID> goods = needs.stream().map(Need::listingId).collect(Collectors.toCollection(TreeSet::new));
        boolean chosen = needs.stream().anyMatch(need -> need.lotId() != null);
        if (!chosen && candidates(merchantId, goods).isEmpty()) {
            return new Assignment.Assigned(Map.of());
        }
        rows.lock(goods);
        Map<String, List<Origin>> origins =
                new HashMap<>(rows.known(needs.stream().map(Need::reference).toList()));
        Map<UUID, Left> left = new LinkedHashMap<>();
        candidates(merchantId, goods)
                .forEach(lot -> left.put(lot.lot().id(), new Left(lot.lot(), lot.leftGrams(), true)));
        List<LotUseRows.Use> uses = new ArrayList<>();
        for (Need need : needs) {
            if (origins.containsKey(need.reference())) {
                continue;
            }
            UUID lotId = need.lotId();
            if (lotId == null) {
                origins.put(need.reference(), firstHarvested(need, left, uses));
            } else {
                Optional<Left> lot = chosen(merchantId, need, lotId, left);
                if (lot.isEmpty()) {
                    return new Assignment.NoSuchLot(need.reference());
                }
                long pieces = lot.get().pieces(need);
                if (pieces < need.quantity() && !need.beyond()) {
                    return new Assignment.TooLittle(
                            need.reference(), lot.get().lot.code(), pieces);
                }
                origins.put(need.reference(), List.of(lot.get().take(need, need.quantity(), uses)));
            }
        }
        rows.add(uses);
        return new Assignment.Assigned(origins);
    }

    private List<Origin> firstHarvested(Need need, Map<UUID, Left> left, List<LotUseRows.Use> uses) {
        List<Origin> origins = new ArrayList<>();
        long open = need.quantity();
        for (Left lot : left.values()) {
            long pieces = Math.min(open, lot.pieces(need));
            if (lot.keeps && pieces > 0) {
                origins.add(lot.take(need, pieces, uses));
                open -= pieces;
            }
        }
        return origins;
    }

    /** Also one that would not be taken by itself, since it no longer keeps. */
    private Optional<Left> chosen(UUID merchantId, Need need, UUID lotId, Map<UUID, Left> left) {
        if (!left.containsKey(lotId)) {
            rows.one(merchantId, lotId).ifPresent(lot -> left.put(lotId, new Left(lot.lot(), lot.leftGrams(), false)));
        }
        return Optional.ofNullable(left.get(lotId))
                .filter(lot -> lot.lot.listingId().equals(need.listingId()));
    }

    private List<OpenLot> candidates(UUID merchantId, Set<UUID> listingIds) {
        Map<UUID, Listing> known = listings.byIds(listingIds);
        Map<UUID, java.time.LocalDate> since = new HashMap<>();
        known.values()
                .forEach(listing -> since.put(
                        listing.id(),
                        listing.about().keeping().byWeight()
                                ? clock.today()
                                        .minusDays(listing.about().keeping().shelfLifeDays())
                                : LocalDate.EPOCH));
        return rows.since(merchantId, since);
    }

    /** What is left of a lot while needs are served one after another. */
    private static final class Left {
        private final Lot lot;
        private final boolean keeps;
        private long grams;

        Left(Lot lot, long grams, boolean keeps) {
            this.lot = lot;
            this.grams = grams;
            this.keeps = keeps;
        }

        /** Of whatever listing the lot is: of another than the one needed it has none. */
        long pieces(Need need) {
            return lot.listingId().equals(need.listingId()) ? Math.max(0, grams / need.grams()) : 0;
        }

        Origin take(Need need, long pieces, List<LotUseRows.Use> uses) {
            boolean beyond = pieces > pieces(need);
            grams -= pieces * need.grams();
            uses.add(new LotUseRows.Use(
                    lot.id(), need.reference(), need.skuId(), pieces, pieces * need.grams(), beyond));
            return new Origin(lot.id(), lot.code(), lot.harvestedOn(), pieces);
        }
    }
}
