package terrace.orders.checkout;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import terrace.catalog.freight.Freight;
import terrace.marketplace.addresses.Address;
import terrace.marketplace.addresses.Addresses;
import terrace.marketplace.zones.ZoneRefusal;
import terrace.orders.cart.Cart;
import terrace.orders.cart.CartLine;
import terrace.orders.pricing.PricedLine;
import terrace.orders.pricing.Pricing;

/** The till: says what a cart costs, and turns it into a purchase. */
@Singleton
public class Checkout {

    private final Addresses addresses;
    private final Freight freight;
    private final Lanes lanes;
    private final Reductions reductions;
    private final ZoneGuard zones;

    Checkout(Addresses addresses, Freight freight, Lanes lanes, Reductions reductions, ZoneGuard zones) {
        this.addresses = addresses;
        this.freight = freight;
        this.lanes = lanes;
        this.reductions = reductions;
        this.zones = zones;
    }

    /** What a member's cart would cost at full price. */
    public Quote quote(UUID memberId, Cart cart, @Nullable UUID addressId) {
        return quote(memberId, cart, addressId, Quote.Offers.NONE, 0);
    }

    /**
     * What a member's cart would cost with coupons, points and a donation.
     *
     * @param couponIds null for those that save most
     */
    public Quote quote(
            UUID memberId,
            Cart cart,
            @Nullable UUID addressId,
            @Nullable Set<UUID> couponIds,
            long points,
            long donationFen) {
        return quote(memberId, cart, addressId, reductions.offers(memberId, cart, couponIds, points), donationFen);
    }

    /** At an address of theirs; without one, carriage stays open. */
    private Quote quote(UUID memberId, Cart cart, @Nullable UUID addressId, Quote.Offers offers, long donationFen) {
        if (!cart.owner().equals(memberId)) {
            throw new IllegalArgumentException("the cart is not this member's");
        }
        Address address = addressId == null
                ? null
                : addresses.ofMember(memberId, addressId).orElse(null);
        Map<UUID, List<PricedLine>> lines = cart.groups().stream()
                .collect(Collectors.toMap(
                        Cart.Group::merchantId,
                        group -> group.lines().stream().map(Checkout::priced).toList()));
        if (address == null) {
            return new Quote(null, Pricing.groups(lines, null, Map.of()), offers, donationFen);
        }
        String province = Counter.provinceOf(address);
        var quotes = freight.quotes(Pricing.parcels(lines, province));
        return new Quote(address.id(), Pricing.groups(lines, province, quotes), offers, donationFen);
    }

    /** What the terms of zones have against a member's cart at an address of theirs, by SKU. */
    public Map<UUID, ZoneRefusal> againstZones(UUID memberId, Cart cart, @Nullable UUID addressId) {
        return Optional.ofNullable(addressId)
                .flatMap(id -> addresses.ofMember(memberId, id))
                .map(address -> zones.against(memberId, cart, Counter.provinceOf(address)))
                .orElse(Map.of());
    }

    /** Places it, once per purchase id, however often and however quickly it is sent. Opens its own transaction. */
    public Placement place(PlaceOrder wish) {
        return lanes.place(wish);
    }

    /** How many are at this node's till at this moment: served, waiting, or being turned away. */
    public int people() {
        return lanes.people();
    }

    private static PricedLine priced(CartLine line) {
        return new PricedLine(line.skuId(), line.freightTemplateId(), line.grams(), line.priceFen(), line.quantity());
    }
}
