package terrace.web.buying;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.addresses.Address;
import terrace.marketplace.addresses.Addresses;
import terrace.marketplace.money.Money;
import terrace.marketplace.regions.Regions;
import terrace.orders.cart.Cart;
import terrace.orders.cart.CartLine;
import terrace.orders.cart.Carts;
import terrace.orders.checkout.Charity;
import terrace.orders.checkout.Checkout;
import terrace.orders.checkout.Quote;
import terrace.orders.pricing.GroupFreight;
import terrace.orders.pricing.PricedGroup;
import terrace.web.signin.Visitor;

/** Puts the till's page together. */
@Singleton
class CheckoutPages {
    /** What stands in the field for a donation before anything is typed: ¥1. It is not given unless ticked. */
    private static final long DONATION_FEN = 100;

    private final Carts carts;
    private final Addresses addresses;
    private final Checkout checkout;
    private final Regions regions;
    private final CouponSights coupons;
    private final Charity charity;
    private final TillProject till;
    private final WaysToPay ways;
    private final ZoneSights zones;

    CheckoutPages(
            Carts carts,
            Addresses addresses,
            Checkout checkout,
            Regions regions,
            CouponSights coupons,
            Charity charity,
            TillProject till,
            WaysToPay ways,
            ZoneSights zones) {
        this.carts = carts;
        this.addresses = addresses;
        this.checkout = checkout;
        this.regions = regions;
        this.coupons = coupons;
        this.charity = charity;
        this.till = till;
        this.ways = ways;
        this.zones = zones;
    }

    CheckoutPage page(Visitor visitor, CheckoutChoice choice, @Nullable String problem, long shownFen, long nowFen) {
        UUID member = visitor.memberId();
        List<Address> known = addresses.ofMember(member);
        @Nullable
        UUID chosen = known.stream()
                .map(Address::id)
                .filter(id -> id.equals(choice.address()))
                .findFirst()
                .orElseGet(() -> known.isEmpty() ? null : known.getFirst().id());
        Cart cart = carts.cart(member);
        long donation = charity.known().isPresent() ? choice.donationFen() : 0;
        Quote quote = checkout.quote(member, cart, chosen, choice.coupons(), choice.points(), donation);
        return new CheckoutPage(
                choice.purchase(),
                known.stream()
                        .map(address -> new CheckoutPage.AddressChoice(
                                address,
                                regions.path(address.countyCode()),
                                address.id().equals(chosen)))
                        .toList(),
                quote.groups().stream().map(group -> group(cart, group)).toList(),
                CartPictures.of(cart),
                sums(visitor, quote),
                offers(visitor, cart, quote, choice),
                quote.placeable(),
                cart.groups().stream().flatMap(group -> group.lines().stream()).anyMatch(CartLine::perishable),
                cart.groups().isEmpty(),
                cart.skuIds().stream().map(UUID::toString).sorted().collect(Collectors.joining(",")),
                early(cart),
                choice.form(),
                ways.of(member),
                zones.sentences(visitor.language(), checkout.againstZones(member, cart, chosen)),
                problem,
                Money.grouped(shownFen),
                Money.grouped(nowFen));
    }

    private CheckoutPage.Sums sums(Visitor visitor, Quote quote) {
        return new CheckoutPage.Sums(
                quote.goodsFen(),
                quote.freightFen(),
                coupons.offs(visitor.language(), quote.offers()),
                quote.offers().off().points(),
                quote.donationFen(),
                quote.dueFen());
    }

    private CheckoutPage.Offers offers(Visitor visitor, Cart cart, Quote quote, CheckoutChoice choice) {
        Quote.Offers offers = quote.offers();
        String donation = choice.form().value("donation");
        return new CheckoutPage.Offers(
                coupons.places(visitor.language(), cart, offers),
                coupons.unfit(visitor.language(), offers),
                offers.pointsBalance(),
                offers.pointsMax(),
                Money.grouped(offers.pointsMax()),
                offers.off().points(),
                charity.known()
                        .map(partner -> visitor.language().english() ? partner.nameEn() : partner.name())
                        .orElse(null),
                till.title(visitor.language()),
                donation.isEmpty() ? Money.yuan(DONATION_FEN) : donation,
                choice.form().values().containsKey("donate"));
    }

    private static String early(Cart cart) {
        return cart.early().entrySet().stream()
                .map(line -> line.getKey() + "@" + line.getValue())
                .sorted()
                .collect(Collectors.joining(","));
    }

    private static CheckoutPage.Group group(Cart cart, PricedGroup priced) {
        Cart.Group goods = cart.groups().stream()
                .filter(group -> group.merchantId().equals(priced.merchantId()))
                .findFirst()
                .orElseThrow();
        @Nullable Long freight = priced.freight() instanceof GroupFreight.Charged charged ? charged.fen() : null;
        boolean delivered = !(priced.freight() instanceof GroupFreight.NotDelivered);
        return new CheckoutPage.Group(goods.merchantName(), goods.lines(), freight, delivered, priced.totalFen());
    }
}
