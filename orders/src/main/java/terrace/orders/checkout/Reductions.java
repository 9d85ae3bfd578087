package terrace.orders.checkout;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import terrace.catalog.categories.Categories;
import terrace.catalog.categories.Category;
import terrace.marketplace.campaigns.Campaigns;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.coupons.Coupon;
import terrace.marketplace.coupons.Coupons;
import terrace.marketplace.coupons.GoodsFacts;
import terrace.marketplace.points.Points;
import terrace.orders.cart.Cart;
import terrace.orders.cart.CartLine;
import terrace.orders.pricing.Discounted;
import terrace.orders.pricing.Discounts;
import terrace.orders.pricing.OpenLine;

/** What a member's coupons and points take off a cart or a basket. */
@Singleton
class Reductions {

    private final Coupons coupons;
    private final Points points;
    private final Categories categories;
    private final Campaigns campaigns;
    private final Clock clock;

    Reductions(Coupons coupons, Points points, Categories categories, Campaigns campaigns, Clock clock) {
        this.coupons = coupons;
        this.points = points;
        this.categories = categories;
        this.campaigns = campaigns;
        this.clock = clock;
    }

    /** What is taken off if it is placed: only by coupons this member may use at this moment. */
    Discounted of(Basket basket) {
        Extras extras = basket.wish().extras();
        if (!extras.takeOff()) {
            return Discounted.NOTHING;
        }
        List<Coupon> usable = coupons.usable(basket.wish().memberId(), extras.couponIds());
        return Discounts.of(lines(basket.goods(), usable), usable, extras.points());
    }

    /** What could be taken off a cart; by the coupons that save most where none are named. */
    Quote.Offers offers(UUID memberId, Cart cart, @Nullable Set<UUID> wanted, long wantedPoints) {
        List<Coupon> usable = coupons.usable(memberId);
        List<OpenLine> lines = lines(
                cart.groups().stream()
                        .flatMap(group -> group.lines().stream())
                        .map(Goods::of)
                        .toList(),
                usable);
        Set<UUID> chosen = wanted == null ? Discounts.best(lines, usable) : wanted;
        List<Coupon> laid =
                usable.stream().filter(coupon -> chosen.contains(coupon.id())).toList();
        long balance = points.balance(memberId);
        Discounted off = Discounts.of(lines, laid, Math.min(wantedPoints, balance));
        return new Quote.Offers(off, usable, Discounts.fits(lines, usable, off.couponIds()), balance);
    }

    /** A line, before anything is known of its goods. */
    record Goods(UUID skuId, UUID listingId, UUID merchantId, UUID categoryId, long fen) {
        private static Goods of(CartLine line) {
            return new Goods(line.skuId(), line.listingId(), line.merchantId(), line.categoryId(), line.amountFen());
        }
    }

    /** With what these coupons must know of them; campaigns are asked only where a coupon does. */
    private List<OpenLine> lines(List<Goods> goods, List<Coupon> usable) {
        boolean asked = usable.stream().anyMatch(coupon -> coupon.terms().asksForCampaigns());
        Map<UUID, Set<UUID>> sellers = asked
                ? campaigns.sellers(goods.stream().map(Goods::listingId).collect(Collectors.toSet()), clock.now())
                : Map.of();
        return goods.stream()
                .map(line -> new OpenLine(
                        line.skuId(),
                        new GoodsFacts(
                                line.listingId(),
                                line.merchantId(),
                                path(categories, line.categoryId()),
                                sellers.getOrDefault(line.listingId(), Set.of())),
                        line.fen()))
                .toList();
    }

    /** The category and all above it. */
    static Set<UUID> path(Categories categories, UUID categoryId) {
        return categories.pathOf(categoryId).stream().map(Category::id).collect(Collectors.toUnmodifiableSet());
    }
}
