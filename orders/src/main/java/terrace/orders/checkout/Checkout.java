package terrace.orders.checkout;

import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import terrace.catalog.freight.Freight;
import terrace.marketplace.addresses.Address;
import terrace.marketplace.addresses.Addresses;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.zones.ZoneRefusal;
import terrace.orders.cart.Cart;
import terrace.orders.cart.CartLine;
import terrace.orders.checkout.Placement.ShortLine;
import terrace.orders.pricing.PricedLine;
import terrace.orders.pricing.Pricing;
import terrace.orders.purchases.OrderBook;

/** The till: says what a cart costs, and turns it into a purchase. */
@Singleton
public class Checkout {

    /** More at once would only queue for rows and processors, and leave no connection to those who look at pages. */
    private static final int PLACING_AT_ONCE = 8;

    /** Ten random digits clash every other day at 100,000 orders a day; three times in a row, never. */
    private static final int NUMBER_ATTEMPTS = 3;

    private final Semaphore turnstile = new Semaphore(PLACING_AT_ONCE, true);
    private final Addresses addresses;
    private final Freight freight;
    private final Lanes lanes;
    private final Placing placing;
    private final Reductions reductions;
    private final ZoneGuard zones;
    private final Clock clock;
    private final TransactionOperations<Connection> transactions;

    Checkout(
            Addresses addresses,
            Freight freight,
            Lanes lanes,
            Placing placing,
            Reductions reductions,
            ZoneGuard zones,
            Clock clock,
            TransactionOperations<Connection> transactions) {
        this.addresses = addresses;
        this.freight = freight;
        this.lanes = lanes;
        this.placing = placing;
        this.reductions = reductions;
        this.zones = zones;
        this.clock = clock;
        this.transactions = transactions;
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
        String province = Placing.provinceOf(address);
        var quotes = freight.quotes(Pricing.parcels(lines, province));
        return new Quote(address.id(), Pricing.groups(lines, province, quotes), offers, donationFen);
    }

    /** What the terms of zones have against a member's cart at an address of theirs, by SKU. */
    public Map<UUID, ZoneRefusal> againstZones(UUID memberId, Cart cart, @Nullable UUID addressId) {
        return Optional.ofNullable(addressId)
                .flatMap(id -> addresses.ofMember(memberId, id))
                .map(address -> zones.against(memberId, cart, Placing.provinceOf(address)))
                .orElse(Map.of());
    }

    /** Places it, once per purchase id, however often and however quickly it is sent. Opens its own transaction. */
    public Placement place(PlaceOrder wish) {
        try (Lanes.Pass pass = lanes.pass(wish.skuIds())) {
            List<ShortLine> gone = pass.soldOut();
            if (gone != null && !placing.hasPlace(wish)) {
                return placing.before(wish).orElseGet(() -> new Placement.SoldOut(gone));
            }
            if (!pass.enter()) {
                return placing.before(wish).orElseGet(Placement.Crowded::new);
            }
            Placement placement = atTheTill(wish);
            if (pass.rush()) {
                switch (placement) {
                    case Placement.SoldOut out -> lanes.remember(out.lines());
                    case Placement.CampaignSoldOut out -> lanes.remember(out.lines());
                    default -> {
                        // nothing to remember
                    }
                }
            }
            return placement;
        }
    }

    private Placement atTheTill(PlaceOrder wish) {
        LocalDate day = clock.today();
        turnstile.acquireUninterruptibly();
        try {
            for (int attempt = 1; ; attempt++) {
                try {
                    Placement placement = placeOnce(wish, day);
                    return placement instanceof Placement.Placed
                            ? placement
                            : placing.before(wish).orElse(placement);
                } catch (DataAccessException refused) {
                    if (attempt == NUMBER_ATTEMPTS || !OrderBook.numberTaken(refused)) {
                        throw refused;
                    }
                }
            }
        } finally {
            turnstile.release();
        }
    }

    private Placement placeOnce(PlaceOrder wish, LocalDate day) {
        return transactions.executeWrite(status -> {
            Placement placement = placing.place(wish, day);
            if (!(placement instanceof Placement.Placed)) {
                status.setRollbackOnly();
            }
            return placement;
        });
    }

    private static PricedLine priced(CartLine line) {
        return new PricedLine(line.skuId(), line.freightTemplateId(), line.grams(), line.priceFen(), line.quantity());
    }
}
