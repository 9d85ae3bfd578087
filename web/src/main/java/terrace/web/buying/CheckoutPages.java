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
import terrace.orders.checkout.Checkout;
import terrace.orders.checkout.Quote;
import terrace.orders.pricing.GroupFreight;
import terrace.orders.pricing.PricedGroup;
import terrace.web.signin.Visitor;

/** Puts the till's page together. */
@Singleton
class CheckoutPages {
    private final Carts carts;
    private final Addresses addresses;
    private final Checkout checkout;
    private final Regions regions;

    CheckoutPages(Carts carts, Addresses addresses, Checkout checkout, Regions regions) {
        this.carts = carts;
        this.addresses = addresses;
        this.checkout = checkout;
        this.regions = regions;
    }

    CheckoutPage page(
            Visitor visitor,
            UUID purchase,
            @Nullable UUID wanted,
            @Nullable String problem,
            long shownFen,
            long nowFen) {
        UUID member = visitor.memberId();
        List<Address> known = addresses.ofMember(member);
        @Nullable
        UUID chosen = known.stream()
                .map(Address::id)
                .filter(id -> id.equals(wanted))
                .findFirst()
                .orElseGet(() -> known.isEmpty() ? null : known.getFirst().id());
        Cart cart = carts.cart(member);
        Quote quote = checkout.quote(member, cart, chosen);
        return new CheckoutPage(
                purchase,
                known.stream()
                        .map(address -> new CheckoutPage.AddressChoice(
                                address,
                                regions.path(address.countyCode()),
                                address.id().equals(chosen)))
                        .toList(),
                quote.groups().stream().map(group -> group(cart, group)).toList(),
                CartPictures.of(cart),
                quote.goodsFen(),
                quote.freightFen(),
                quote.totalFen(),
                quote.placeable(),
                cart.groups().stream().flatMap(group -> group.lines().stream()).anyMatch(CartLine::perishable),
                cart.groups().isEmpty(),
                cart.skuIds().stream().map(UUID::toString).sorted().collect(Collectors.joining(",")),
                early(cart),
                problem,
                Money.yuan(shownFen),
                Money.yuan(nowFen));
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
