package terrace.orders.checkout;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import terrace.catalog.enrolments.Enrolments;
import terrace.catalog.freight.Freight;
import terrace.catalog.freight.FreightLine;
import terrace.catalog.freight.FreightQuote;
import terrace.catalog.listings.Listings;
import terrace.catalog.listings.SkuOffer;
import terrace.marketplace.addresses.Address;
import terrace.marketplace.addresses.Addresses;
import terrace.marketplace.merchants.Merchants;
import terrace.marketplace.zones.ZoneRefusal;
import terrace.orders.cart.Carts;
import terrace.orders.checkout.Placement.ShortLine;
import terrace.orders.payment.PayableOutcome.Gift;
import terrace.orders.pricing.Discounted;
import terrace.orders.pricing.GroupFreight;
import terrace.orders.pricing.PricedGroup;
import terrace.orders.pricing.Pricing;

/**
 * Lays what members want on the counter, at the prices of this moment. For many it asks no more questions than for one:
 * carts, addresses, offers, merchants that sell, tariffs.
 */
@Singleton
class Counter {
    private static final int PROVINCE_DIGITS = 2;

    /** A page is not older than this when it is sent. */
    private static final Duration JUST = Duration.ofHours(2);

    private final Carts carts;
    private final Addresses addresses;
    private final Listings listings;
    private final Merchants merchants;
    private final Freight freight;
    private final Enrolments enrolments;
    private final Reductions reductions;
    private final Charity charity;
    private final ZoneGuard zones;

    Counter(
            Carts carts,
            Addresses addresses,
            Listings listings,
            Merchants merchants,
            Freight freight,
            Enrolments enrolments,
            Reductions reductions,
            Charity charity,
            ZoneGuard zones) {
        this.carts = carts;
        this.addresses = addresses;
        this.listings = listings;
        this.merchants = merchants;
        this.freight = freight;
        this.enrolments = enrolments;
        this.reductions = reductions;
        this.charity = charity;
        this.zones = zones;
    }

    /**
     * What can be sold as it was shown, the first come first.
     *
     * @param refused by purchase, the others
     */
    record Laid(List<Sale> sales, Map<UUID, Placement> refused) {}

    /** @param wishes of each member one at most */
    Laid lay(List<PlaceOrder> wishes, LocalDate day) {
        Map<UUID, Placement> refused = new HashMap<>();
        List<Basket> open = open(baskets(wishes, day, refused), refused);
        List<FreightLine> parcels = new ArrayList<>();
        open.forEach(basket -> parcels.addAll(Pricing.parcels(basket.pricedLines(), provinceOf(basket.address()))));
        Map<FreightLine, FreightQuote> quotes = parcels.isEmpty() ? Map.of() : freight.quotes(parcels);
        List<Sale> sales = new ArrayList<>();
        Map<Basket, Long> changed = new HashMap<>();
        for (Basket basket : open) {
            List<PricedGroup> groups = Pricing.groups(basket.pricedLines(), provinceOf(basket.address()), quotes);
            Set<UUID> notDelivered = notDelivered(groups);
            if (!notDelivered.isEmpty()) {
                refused.put(basket.wish().purchaseId(), new Placement.NotDelivered(notDelivered));
                continue;
            }
            Discounted off = reductions.of(basket);
            long full = groups.stream().mapToLong(PricedGroup::totalFen).reduce(0, Math::addExact);
            Gift gift = charity.gift(basket.wish().extras().donationFen());
            long due = full - off.offFen() + (gift == null ? 0 : gift.fen());
            if (due == basket.wish().expectedTotalFen()) {
                sales.add(new Sale(basket, groups, off, gift));
            } else {
                changed.put(basket, due);
            }
        }
        if (!changed.isEmpty()) {
            sayWhy(changed, refused);
        }
        return new Laid(sales, refused);
    }

    private List<Basket> baskets(List<PlaceOrder> wishes, LocalDate day, Map<UUID, Placement> refused) {
        Map<UUID, Map<UUID, Integer>> wanted =
                carts.quantities(wishes.stream().collect(Collectors.toMap(PlaceOrder::memberId, PlaceOrder::skuIds)));
        Map<UUID, UUID> addressIds = new HashMap<>();
        Set<UUID> skuIds = new HashSet<>();
        for (PlaceOrder wish : wishes) {
            UUID addressId = wish.addressId();
            if (addressId != null) {
                addressIds.put(wish.memberId(), addressId);
            }
            skuIds.addAll(wanted.getOrDefault(wish.memberId(), Map.of()).keySet());
        }
        if (skuIds.isEmpty()) {
            wishes.forEach(wish -> refused.put(wish.purchaseId(), new Placement.CartEmpty()));
            return List.of();
        }
        Map<UUID, Address> known = addresses.ofMembers(addressIds);
        Map<UUID, SkuOffer> offers = listings.skusByIds(skuIds);
        List<Basket> baskets = new ArrayList<>();
        for (PlaceOrder wish : wishes) {
            Map<UUID, Integer> goods = wanted.getOrDefault(wish.memberId(), Map.of());
            Address address = known.get(wish.memberId());
            List<ShortLine> offShelf = offShelf(goods, offers);
            if (goods.isEmpty()) {
                refused.put(wish.purchaseId(), new Placement.CartEmpty());
            } else if (address == null) {
                refused.put(wish.purchaseId(), new Placement.AddressMissing());
            } else if (!offShelf.isEmpty()) {
                refused.put(wish.purchaseId(), new Placement.SoldOut(offShelf));
            } else {
                baskets.add(new Basket(wish, day, address, goods, of(goods.keySet(), offers)));
            }
        }
        return baskets;
    }

    private static Map<UUID, SkuOffer> of(Set<UUID> skuIds, Map<UUID, SkuOffer> offers) {
        return skuIds.stream()
                .collect(Collectors.toMap(Function.identity(), skuId -> Objects.requireNonNull(offers.get(skuId))));
    }

    /** Whose merchants sell, and against which no zone stands. */
    private List<Basket> open(List<Basket> baskets, Map<UUID, Placement> refused) {
        Set<UUID> asked = baskets.stream()
                .flatMap(basket -> basket.merchantIds().stream())
                .collect(Collectors.toSet());
        Set<UUID> selling = merchants.selling(asked);
        List<Basket> open = new ArrayList<>();
        for (Basket basket : baskets) {
            Set<UUID> closed = new HashSet<>(basket.merchantIds());
            closed.removeAll(selling);
            if (!closed.isEmpty()) {
                refused.put(basket.wish().purchaseId(), new Placement.MerchantClosed(closed));
                continue;
            }
            Map<UUID, ZoneRefusal> againstZone = zones.against(basket);
            if (againstZone.isEmpty()) {
                open.add(basket);
            } else {
                refused.put(basket.wish().purchaseId(), new Placement.AgainstZone(againstZone));
            }
        }
        return open;
    }

    private static Set<UUID> notDelivered(List<PricedGroup> groups) {
        Set<UUID> notDelivered = new HashSet<>();
        for (PricedGroup group : groups) {
            if (group.freight() instanceof GroupFreight.NotDelivered none) {
                notDelivered.addAll(none.skuIds());
            }
        }
        return notDelivered;
    }

    /** @param changed with what is due now */
    private void sayWhy(Map<Basket, Long> changed, Map<UUID, Placement> refused) {
        Set<UUID> skuIds = changed.keySet().stream()
                .flatMap(basket -> basket.wanted().keySet().stream())
                .collect(Collectors.toSet());
        Set<UUID> soldOut = enrolments.soldOut(skuIds);
        Set<UUID> ended = enrolments.justEnded(skuIds, JUST);
        changed.forEach((basket, due) -> {
            long shown = basket.wish().expectedTotalFen();
            List<ShortLine> gone = basket.wanted().keySet().stream()
                    .filter(soldOut::contains)
                    .map(skuId -> shortLine(basket.offer(skuId), basket.wanted().getOrDefault(skuId, 0), 0))
                    .toList();
            Placement why;
            if (!gone.isEmpty() && due > shown) {
                why = new Placement.CampaignSoldOut(gone, shown, due);
            } else if (basket.wanted().keySet().stream().anyMatch(ended::contains)) {
                why = new Placement.CampaignOver(shown, due);
            } else {
                why = new Placement.PriceChanged(shown, due);
            }
            refused.put(basket.wish().purchaseId(), why);
        });
    }

    private static List<ShortLine> offShelf(Map<UUID, Integer> wanted, Map<UUID, SkuOffer> offers) {
        List<ShortLine> lines = new ArrayList<>();
        wanted.forEach((skuId, quantity) -> {
            SkuOffer offer = offers.get(skuId);
            if (offer == null) {
                lines.add(new ShortLine(skuId, "", "", quantity, 0));
            } else if (!offer.onSale()) {
                lines.add(shortLine(offer, quantity, 0));
            }
        });
        return lines;
    }

    static ShortLine shortLine(SkuOffer offer, int wanted, long left) {
        return new ShortLine(offer.sku().id(), offer.title(), offer.sku().name(), wanted, left);
    }

    static String provinceOf(Address address) {
        return address.countyCode().substring(0, PROVINCE_DIGITS);
    }
}
