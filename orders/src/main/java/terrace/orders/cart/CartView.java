package terrace.orders.cart;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import terrace.catalog.flashsales.WaitingLines;
import terrace.catalog.listings.Listings;
import terrace.catalog.listings.SkuOffer;
import terrace.catalog.listings.SkuOffer.InCampaign;
import terrace.catalog.stock.Offer;
import terrace.catalog.stock.Stock;
import terrace.marketplace.merchants.Merchant;
import terrace.marketplace.merchants.Merchants;
import terrace.orders.cart.UnavailableLine.Reason;

/** Looks at a cart with today's eyes: one question each for offers, stock and merchants, however many lines. */
@Singleton
class CartView {

    private final Listings listings;
    private final Stock stock;
    private final Merchants merchants;
    private final WaitingLines lines;

    CartView(Listings listings, Stock stock, Merchants merchants, WaitingLines lines) {
        this.lines = lines;
        this.listings = listings;
        this.stock = stock;
        this.merchants = merchants;
    }

    Cart of(UUID owner, Map<UUID, CartRows.Put> puts) {
        if (puts.isEmpty()) {
            return new Cart(owner, List.of(), List.of());
        }
        Map<UUID, SkuOffer> offers = listings.skusByIds(puts.keySet());
        Map<UUID, Offer> onSale = stock.offers(offers.keySet());
        Set<UUID> sellers = offers.values().stream().map(SkuOffer::merchantId).collect(Collectors.toSet());
        Set<UUID> selling = merchants.selling(sellers);

        Set<UUID> kept = kept(owner, offers, onSale);
        Map<UUID, List<CartLine>> byMerchant = new LinkedHashMap<>();
        List<UnavailableLine> unavailable = new ArrayList<>();
        puts.forEach((skuId, put) -> {
            SkuOffer offer = offers.get(skuId);
            if (offer == null) {
                unavailable.add(new UnavailableLine(skuId, put.quantity(), Reason.OFF_SHELF, null));
                return;
            }
            Offer free = Objects.requireNonNull(onSale.get(skuId));
            CartLine line = line(offer, put, kept.contains(skuId) ? new Offer(1, null) : free);
            Reason reason = reasonAgainst(offer, line, selling);
            if (reason == null) {
                byMerchant
                        .computeIfAbsent(line.merchantId(), id -> new ArrayList<>())
                        .add(line);
            } else {
                unavailable.add(new UnavailableLine(skuId, put.quantity(), reason, line));
            }
        });
        return new Cart(owner, groups(byMerchant, merchants.byIds(byMerchant.keySet())), unavailable);
    }

    /** SKUs of flash sales that are sold out to all but those who stood in line for them, as the owner did. */
    private Set<UUID> kept(UUID owner, Map<UUID, SkuOffer> offers, Map<UUID, Offer> onSale) {
        Map<UUID, UUID> flashes = new HashMap<>();
        offers.forEach((skuId, offer) -> {
            InCampaign campaign = offer.campaign();
            Offer free = onSale.get(skuId);
            if (campaign != null && campaign.flash() && free != null && free.pieces() == 0) {
                flashes.put(campaign.bucketId(), skuId);
            }
        });
        return flashes.isEmpty()
                ? Set.of()
                : lines.kept(owner, flashes.keySet()).stream()
                        .map(flashes::get)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet());
    }

    private static @Nullable Reason reasonAgainst(SkuOffer offer, CartLine line, Set<UUID> selling) {
        if (!offer.onSale()) {
            return Reason.OFF_SHELF;
        }
        if (!selling.contains(offer.merchantId())) {
            return Reason.MERCHANT_CLOSED;
        }
        if (line.available() <= 0) {
            return Reason.SOLD_OUT;
        }
        return line.available() < line.quantity() ? Reason.TOO_FEW_LEFT : null;
    }

    private static List<Cart.Group> groups(Map<UUID, List<CartLine>> byMerchant, Map<UUID, Merchant> merchants) {
        List<Cart.Group> groups = new ArrayList<>();
        byMerchant.forEach((merchantId, lines) -> {
            Merchant merchant = merchants.get(merchantId);
            long goodsFen = lines.stream().mapToLong(CartLine::amountFen).reduce(0, Math::addExact);
            groups.add(new Cart.Group(merchantId, merchant == null ? "" : merchant.name(), lines, goodsFen));
        });
        return groups;
    }

    private static CartLine line(SkuOffer offer, CartRows.Put put, Offer onSale) {
        Long seen = put.seenFen();
        return new CartLine(
                offer.sku().id(),
                offer.listingId(),
                offer.merchantId(),
                offer.categoryId(),
                offer.freightTemplateId(),
                offer.title(),
                offer.sku().name(),
                offer.motif(),
                offer.countyCode(),
                offer.perishable(),
                offer.byWeight(),
                offer.sku().grams(),
                offer.sku().priceFen(),
                seen == null ? offer.sku().priceFen() : seen,
                put.quantity(),
                onSale.pieces(),
                onSale.shipsFrom());
    }
}
