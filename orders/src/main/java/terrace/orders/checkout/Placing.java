package terrace.orders.checkout;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import terrace.catalog.enrolments.Enrolments;
import terrace.catalog.flashsales.WaitingLines;
import terrace.catalog.freight.Freight;
import terrace.catalog.listings.Listings;
import terrace.catalog.listings.SkuOffer;
import terrace.catalog.stock.Holding;
import terrace.catalog.stock.Stock;
import terrace.catalog.stock.Wish;
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
import terrace.orders.promotions.Benefits;
import terrace.orders.purchases.OrderBook;

/**
 * Places a purchase within one transaction.
 *
 * <p>Lock order: the purchase's row (by writing it), then coupons and points, then SKUs by id (in
 * {@link Stock#hold}), then buckets of pledged stock; the stock rows that others wait for are locked last and shortest.
 *
 * <p>It is a hot path: nine round trips and the commit, whatever the number of lines and merchants: cart, address,
 * offers, merchants that sell, tariffs, purchase (one statement with its orders and lines), event, stock, cart again.
 */
@Singleton
class Placing {

    /** Stock's own clearing of old holds must never overtake the purchase's lapse, or a payment in its last second. */
    private static final Duration HOLD_GRACE = Duration.ofMinutes(30);

    private static final int PROVINCE_DIGITS = 2;

    /** A page is not older than this when it is sent. */
    private static final Duration JUST = Duration.ofHours(2);

    private final Carts carts;
    private final Addresses addresses;
    private final Listings listings;
    private final Merchants merchants;
    private final Freight freight;
    private final OrderBook book;
    private final Stock stock;
    private final Enrolments enrolments;
    private final WaitingLines lines;
    private final Reductions reductions;
    private final Benefits benefits;
    private final Charity charity;
    private final ZoneGuard zones;

    Placing(
            Carts carts,
            Addresses addresses,
            Listings listings,
            Merchants merchants,
            Freight freight,
            OrderBook book,
            Stock stock,
            Enrolments enrolments,
            WaitingLines lines,
            Reductions reductions,
            Benefits benefits,
            Charity charity,
            ZoneGuard zones) {
        this.carts = carts;
        this.addresses = addresses;
        this.listings = listings;
        this.merchants = merchants;
        this.freight = freight;
        this.book = book;
        this.stock = stock;
        this.enrolments = enrolments;
        this.lines = lines;
        this.reductions = reductions;
        this.benefits = benefits;
        this.charity = charity;
        this.zones = zones;
    }

    /**
     * What an earlier sending of the form came to. It is asked after a refusal, since goods already bought are gone
     * from the cart and may be dearer by now, and outside the refused transaction, which sees its own writing.
     */
    Optional<Placement> before(PlaceOrder wish) {
        return book.memberOf(wish.purchaseId())
                .map(member -> member.equals(wish.memberId())
                        ? new Placement.Placed(wish.purchaseId())
                        : new Placement.NotYours());
    }

    /** Whether a piece of a flash sale is kept for the member: then nothing is sold out before it is tried. */
    boolean hasPlace(PlaceOrder wish) {
        Set<UUID> flashes = listings.skusByIds(wish.skuIds()).values().stream()
                .map(SkuOffer::campaign)
                .filter(campaign -> campaign != null && campaign.flash())
                .map(SkuOffer.InCampaign::bucketId)
                .collect(Collectors.toSet());
        return !flashes.isEmpty() && !lines.kept(wish.memberId(), flashes).isEmpty();
    }

    /** Tries it; the caller rolls back whatever is not Placed. */
    Placement place(PlaceOrder wish, LocalDate day) {
        Map<UUID, Integer> wanted = new HashMap<>(carts.quantities(wish.memberId()));
        wanted.keySet().retainAll(wish.skuIds());
        if (wanted.isEmpty()) {
            return new Placement.CartEmpty();
        }
        Optional<Address> address =
                Optional.ofNullable(wish.addressId()).flatMap(id -> addresses.ofMember(wish.memberId(), id));
        if (address.isEmpty()) {
            return new Placement.AddressMissing();
        }
        Map<UUID, SkuOffer> offers = listings.skusByIds(wanted.keySet());
        List<ShortLine> offShelf = offShelf(wanted, offers);
        if (!offShelf.isEmpty()) {
            return new Placement.SoldOut(offShelf);
        }
        return price(new Basket(wish, day, address.get(), wanted, offers));
    }

    private Placement price(Basket basket) {
        Set<UUID> closed = new HashSet<>(basket.merchantIds());
        closed.removeAll(merchants.selling(closed));
        if (!closed.isEmpty()) {
            return new Placement.MerchantClosed(closed);
        }
        Map<UUID, ZoneRefusal> againstZone = zones.against(basket);
        if (!againstZone.isEmpty()) {
            return new Placement.AgainstZone(againstZone);
        }
        String province = provinceOf(basket.address());
        var priced = basket.pricedLines();
        List<PricedGroup> groups = Pricing.groups(priced, province, freight.quotes(Pricing.parcels(priced, province)));
        Set<UUID> notDelivered = new HashSet<>();
        for (PricedGroup group : groups) {
            if (group.freight() instanceof GroupFreight.NotDelivered none) {
                notDelivered.addAll(none.skuIds());
            }
        }
        if (!notDelivered.isEmpty()) {
            return new Placement.NotDelivered(notDelivered);
        }
        Discounted off = reductions.of(basket);
        long full = groups.stream().mapToLong(PricedGroup::totalFen).reduce(0, Math::addExact);
        Gift gift = charity.gift(basket.wish().extras().donationFen());
        long due = full - off.offFen() + (gift == null ? 0 : gift.fen());
        long shown = basket.wish().expectedTotalFen();
        return due == shown ? write(basket, groups, off, gift) : changed(basket, shown, due);
    }

    private Placement changed(Basket basket, long shown, long due) {
        Set<UUID> skuIds = basket.wanted().keySet();
        Set<UUID> gone = enrolments.soldOut(skuIds);
        if (!gone.isEmpty() && due > shown) {
            List<ShortLine> none = gone.stream()
                    .map(skuId -> shortLine(basket.offer(skuId), basket.wanted().getOrDefault(skuId, 0), 0))
                    .toList();
            return new Placement.CampaignSoldOut(none, shown, due);
        }
        return enrolments.justEnded(skuIds, JUST).isEmpty()
                ? new Placement.PriceChanged(shown, due)
                : new Placement.CampaignOver(shown, due);
    }

    private Placement write(Basket basket, List<PricedGroup> groups, Discounted off, @Nullable Gift gift) {
        PlaceOrder wish = basket.wish();
        Optional<Instant> payBy = book.write(basket.purchase(groups, off, gift, merchants.byIds(basket.merchantIds())));
        if (payBy.isEmpty()) {
            return new Placement.NotYours();
        }
        if (off.offFen() > 0 && !benefits.freeze(wish.memberId(), wish.purchaseId(), off.offs(), off.points())) {
            // Another purchase took them at this moment: without them it costs what it costs.
            return new Placement.PriceChanged(wish.expectedTotalFen(), wish.expectedTotalFen() + off.offFen());
        }
        Map<UUID, UUID> buckets = basket.buckets();
        Set<UUID> flashes = basket.flashes();
        if (!flashes.isEmpty()) {
            basket.wanted().keySet().stream()
                    .filter(skuId -> !buckets.containsKey(skuId))
                    .sorted()
                    .forEach(stock::lockOnHand);
            lines.claim(wish.memberId(), flashes, buckets.values());
        }
        Wish goods = new Wish(basket.quantities(), wish.early(), buckets, wish.memberId());
        Holding holding = stock.hold(wish.purchaseId(), goods, payBy.get().plus(HOLD_GRACE));
        return switch (holding) {
            case Holding.Held() -> {
                carts.bought(wish.memberId(), basket.wanted().keySet());
                yield new Placement.Placed(wish.purchaseId());
            }
            case Holding.Lacking lacking -> new Placement.SoldOut(lacking(basket, lacking));
            case Holding.Capped capped -> {
                UUID first = capped.caps().keySet().iterator().next();
                yield new Placement.AboveCap(
                        first, Objects.requireNonNull(capped.caps().get(first)));
            }
        };
    }

    /** Stock names the first SKU it lacks; people want to hear of all at once. */
    private List<ShortLine> lacking(Basket basket, Holding.Lacking first) {
        Map<UUID, Long> left = new HashMap<>(stock.onSale(basket.wanted().keySet()));
        left.put(first.skuId(), first.available());
        List<ShortLine> lines = new ArrayList<>();
        basket.wanted().forEach((skuId, quantity) -> {
            long available = Math.max(0, left.getOrDefault(skuId, 0L));
            if (available < quantity) {
                lines.add(shortLine(basket.offer(skuId), quantity, available));
            }
        });
        return lines;
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

    private static ShortLine shortLine(SkuOffer offer, int wanted, long left) {
        return new ShortLine(offer.sku().id(), offer.title(), offer.sku().name(), wanted, left);
    }

    static String provinceOf(Address address) {
        return address.countyCode().substring(0, PROVINCE_DIGITS);
    }
}
