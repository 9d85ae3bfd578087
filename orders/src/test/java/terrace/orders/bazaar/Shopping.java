package terrace.orders.bazaar;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.ids.Ids;
import terrace.orders.bazaar.Bazaar.Goods;
import terrace.orders.bazaar.Bazaar.Member;
import terrace.orders.cart.Cart;
import terrace.orders.cart.CartChange;
import terrace.orders.cart.Carts;
import terrace.orders.checkout.Checkout;
import terrace.orders.checkout.Extras;
import terrace.orders.checkout.PlaceOrder;
import terrace.orders.checkout.Placement;
import terrace.orders.payment.PayableOutcome;
import terrace.orders.purchases.Order;
import terrace.orders.purchases.Purchase;
import terrace.orders.purchases.Purchases;

/** Goes shopping as a member does: into the cart, to the till, and pays without a bank. */
@Singleton
public class Shopping {
    private final Carts carts;
    private final Checkout checkout;
    private final Purchases purchases;
    private final Clock clock;
    private final TransactionOperations<Connection> transactions;

    Shopping(
            Carts carts,
            Checkout checkout,
            Purchases purchases,
            Clock clock,
            TransactionOperations<Connection> transactions) {
        this.carts = carts;
        this.checkout = checkout;
        this.purchases = purchases;
        this.clock = clock;
        this.transactions = transactions;
    }

    /** Puts goods into the cart and fills in the form as the page would, with the total it shows. */
    public PlaceOrder form(Member member, Map<Goods, Integer> goods) {
        Set<UUID> skuIds = new HashSet<>();
        goods.forEach((item, quantity) -> {
            CartChange change = carts.put(member.id(), item.skuId(), quantity);
            if (!(change instanceof CartChange.Changed)) {
                throw new IllegalStateException(change.toString());
            }
            skuIds.add(item.skuId());
        });
        Cart cart = carts.cart(member.id());
        long total = checkout.quote(member.id(), cart, member.addressId()).totalFen();
        return new PlaceOrder(Ids.next(), member.id(), member.addressId(), skuIds, cart.early(), total);
    }

    /** The form with coupons and points on it, and the sum the page would show with them. */
    public PlaceOrder form(Member member, Map<Goods, Integer> goods, Extras extras) {
        PlaceOrder plain = form(member, goods);
        long due = checkout.quote(
                        member.id(),
                        carts.cart(member.id()),
                        member.addressId(),
                        extras.couponIds(),
                        extras.points(),
                        extras.donationFen())
                .dueFen();
        return new PlaceOrder(
                plain.purchaseId(), plain.memberId(), plain.addressId(), plain.skuIds(), plain.early(), extras, due);
    }

    public UUID place(Member member, Map<Goods, Integer> goods) {
        return ((Placement.Placed) checkout.place(form(member, goods))).purchaseId();
    }

    /** With coupons, points and a gift. */
    public UUID place(Member member, Map<Goods, Integer> goods, Extras extras) {
        return ((Placement.Placed) checkout.place(form(member, goods, extras))).purchaseId();
    }

    public PayableOutcome pay(UUID purchaseId, UUID paymentId) {
        return transactions.executeWrite(status -> purchases.paid(purchaseId, paymentId, clock.now()));
    }

    /** Placed and paid. */
    public Purchase bought(Member member, Map<Goods, Integer> goods) {
        UUID id = place(member, goods);
        pay(id, Ids.next());
        return purchases.ofMember(member.id(), id).orElseThrow();
    }

    /** The only order of a purchase that was placed and paid. */
    public Order order(Member member, Goods goods) {
        return bought(member, Map.of(goods, 1)).orders().getFirst();
    }
}
