package terrace.orders.checkout;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import terrace.catalog.categories.Categories;
import terrace.catalog.categories.Category;
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

    Reductions(Coupons coupons, Points points, Categories categories) {
        this.coupons = coupons;
        this.points = points;
        this.categories = categories;
    }

    /** What is taken off if it is placed: only by coupons this member may use at this moment. */
    Discounted of(Basket basket) {
        Extras extras = basket.wish().extras();
        if (!extras.takeOff()) {
            return Discounted.NOTHING;
        }
        List<Coupon> usable = coupons.usable(basket.wish().memberId(), extras.couponIds());
        return Discounts.of(basket.openLines(categories), usable, extras.points());
    }

    /** What could be taken off a cart; by the coupons that save most where none are named. */
    Quote.Offers offers(UUID memberId, Cart cart, @Nullable Set<UUID> wanted, long wantedPoints) {
        List<OpenLine> lines = cart.groups().stream()
                .flatMap(group -> group.lines().stream())
                .map(this::open)
                .toList();
        List<Coupon> usable = coupons.usable(memberId);
        Set<UUID> chosen = wanted == null ? Discounts.best(lines, usable) : wanted;
        List<Coupon> laid =
                usable.stream().filter(coupon -> chosen.contains(coupon.id())).toList();
        long balance = points.balance(memberId);
        Discounted off = Discounts.of(lines, laid, Math.min(wantedPoints, balance));
        return new Quote.Offers(off, usable, Discounts.fits(lines, usable, off.couponIds()), balance);
    }

    private OpenLine open(CartLine line) {
        return new OpenLine(
                line.skuId(),
                facts(categories, line.listingId(), line.merchantId(), line.categoryId()),
                line.amountFen());
    }

    static GoodsFacts facts(Categories categories, UUID listingId, UUID merchantId, UUID categoryId) {
        return new GoodsFacts(
                listingId,
                merchantId,
                categories.pathOf(categoryId).stream().map(Category::id).collect(Collectors.toUnmodifiableSet()));
    }
}
