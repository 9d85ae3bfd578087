package terrace.web.buying;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.coupons.Coupon;
import terrace.marketplace.coupons.CouponPlace;
import terrace.marketplace.coupons.CouponTerms;
import terrace.marketplace.money.Money;
import terrace.orders.cart.Cart;
import terrace.orders.checkout.Quote;
import terrace.orders.pricing.CouponFit;
import terrace.web.pages.Language;

/** Coupons as the till shows them: those that fit by the place they would take, the others with the reason. */
@Singleton
class CouponSights {
    private final Sights sights;

    CouponSights(Sights sights) {
        this.sights = sights;
    }

    List<CheckoutPage.Place> places(Language language, Cart cart, Quote.Offers offers) {
        Map<CouponPlace, List<CheckoutPage.Option>> byPlace = new TreeMap<>();
        for (Coupon coupon : offers.usable()) {
            CheckoutPage.Option option = option(language, coupon, offers);
            if (option.chosen() || option.fit().equals("instead")) {
                byPlace.computeIfAbsent(coupon.terms().place(), place -> new ArrayList<>())
                        .add(option);
            }
        }
        List<CheckoutPage.Place> places = new ArrayList<>();
        byPlace.forEach((place, options) -> places.add(new CheckoutPage.Place(
                CheckoutChoice.COUPON + places.size(),
                "buying.coupon.place." + place.kind().name(),
                merchant(cart, place.merchantId()),
                options.stream().noneMatch(CheckoutPage.Option::chosen),
                options)));
        return places;
    }

    List<CheckoutPage.Option> unfit(Language language, Quote.Offers offers) {
        return offers.usable().stream()
                .map(coupon -> option(language, coupon, offers))
                .filter(option -> !option.chosen() && !option.fit().equals("instead"))
                .toList();
    }

    List<CheckoutPage.Off> offs(Language language, Quote.Offers offers) {
        return offers.usable().stream()
                .filter(coupon -> offers.off().offBy(coupon.id()) > 0)
                .sorted(Comparator.comparing(coupon -> coupon.terms().place()))
                .map(coupon -> new CheckoutPage.Off(
                        title(language, coupon), offers.off().offBy(coupon.id())))
                .toList();
    }

    private CheckoutPage.Option option(Language language, Coupon coupon, Quote.Offers offers) {
        boolean chosen = offers.off().offBy(coupon.id()) > 0;
        CouponFit fit = offers.fits().getOrDefault(coupon.id(), new CouponFit.NothingLeft());
        return new CheckoutPage.Option(
                coupon.id(),
                title(language, coupon),
                coupon.terms().faceFen(),
                threshold(coupon.terms()),
                coupon.terms().coverPercent(),
                sights.time(coupon.terms().endsAt()),
                key(fit, chosen),
                Money.grouped(fen(fit)),
                chosen);
    }

    /** In yuan; null where there is none. */
    static @Nullable String threshold(CouponTerms terms) {
        return terms.thresholdFen() == 0 ? null : Money.grouped(terms.thresholdFen());
    }

    private static String key(CouponFit fit, boolean chosen) {
        return switch (fit) {
            case CouponFit.Applied applied -> chosen ? "applied" : "instead";
            case CouponFit.Below below -> "below";
            case CouponFit.NoGoods none -> "goods";
            case CouponFit.Taken taken -> "taken";
            case CouponFit.NothingLeft nothing -> "nothing";
        };
    }

    private static long fen(CouponFit fit) {
        return switch (fit) {
            case CouponFit.Applied applied -> applied.fen();
            case CouponFit.Below below -> below.missingFen();
            case CouponFit.NoGoods none -> 0;
            case CouponFit.Taken taken -> 0;
            case CouponFit.NothingLeft nothing -> 0;
        };
    }

    private static String title(Language language, Coupon coupon) {
        return language.english() ? coupon.terms().titleEn() : coupon.terms().title();
    }

    private static String merchant(Cart cart, UUID merchantId) {
        return cart.groups().stream()
                .filter(group -> group.merchantId().equals(merchantId))
                .map(Cart.Group::merchantName)
                .findFirst()
                .orElse("");
    }
}
