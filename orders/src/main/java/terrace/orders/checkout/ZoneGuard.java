package terrace.orders.checkout;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import terrace.catalog.categories.Categories;
import terrace.marketplace.money.Money;
import terrace.marketplace.zones.ZoneGoods;
import terrace.marketplace.zones.ZoneRefusal;
import terrace.marketplace.zones.Zones;
import terrace.orders.bought.Bought;
import terrace.orders.cart.Cart;
import terrace.orders.cart.CartLine;

/** Holds what is bought against the terms of the zones it belongs to. */
@Singleton
class ZoneGuard {

    private final Zones zones;
    private final Bought bought;
    private final Categories categories;

    ZoneGuard(Zones zones, Bought bought, Categories categories) {
        this.zones = zones;
        this.bought = bought;
        this.categories = categories;
    }

    /** What stands against a purchase, by SKU; within its transaction, one after the other for one person. */
    Map<UUID, ZoneRefusal> against(Basket basket) {
        List<ZoneGoods> goods = basket.wanted().entrySet().stream()
                .map(line -> {
                    var offer = basket.offer(line.getKey());
                    return goods(
                            line.getKey(),
                            offer.listingId(),
                            offer.merchantId(),
                            offer.categoryId(),
                            offer.byWeight() ? offer.sku().perJinFen() : 0,
                            line.getValue());
                })
                .toList();
        return against(basket.wish().memberId(), goods, Counter.provinceOf(basket.address()), true);
    }

    /** What would stand against a cart going to a province. */
    Map<UUID, ZoneRefusal> against(UUID memberId, Cart cart, String province) {
        List<ZoneGoods> goods = cart.groups().stream()
                .flatMap(group -> group.lines().stream())
                .map(this::goods)
                .toList();
        return against(memberId, goods, province, false);
    }

    private Map<UUID, ZoneRefusal> against(
            UUID memberId, Collection<ZoneGoods> goods, String province, boolean placing) {
        Map<UUID, ZoneRefusal> found = new LinkedHashMap<>(zones.against(goods, province));
        Map<UUID, Zones.Limit> limits = zones.limits(goods);
        if (limits.isEmpty()) {
            return found;
        }
        if (placing) {
            bought.await(memberId);
        }
        Map<UUID, Integer> days = limits.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, limit -> limit.getValue().days()));
        Map<UUID, Long> before = bought.pieces(memberId, days);
        Map<UUID, Integer> wanted =
                goods.stream().collect(Collectors.toMap(ZoneGoods::listingId, ZoneGoods::pieces, Integer::sum));
        for (ZoneGoods each : goods) {
            Zones.Limit limit = limits.get(each.listingId());
            long had = before.getOrDefault(each.listingId(), 0L);
            if (limit != null && had + wanted.getOrDefault(each.listingId(), 0) > limit.piecesMax()) {
                found.putIfAbsent(
                        each.skuId(),
                        new ZoneRefusal.TooMany(limit.pavilionCode(), limit.piecesMax(), limit.days(), had));
            }
        }
        return found;
    }

    private ZoneGoods goods(CartLine line) {
        return goods(
                line.skuId(),
                line.listingId(),
                line.merchantId(),
                line.categoryId(),
                line.byWeight() ? Money.perJin(line.priceFen(), line.grams()) : 0,
                line.quantity());
    }

    private ZoneGoods goods(UUID skuId, UUID listingId, UUID merchantId, UUID categoryId, long jinFen, int pieces) {
        return new ZoneGoods(skuId, listingId, merchantId, Reductions.path(categories, categoryId), jinFen, pieces);
    }
}
