package terrace.orders.cart;

import io.micronaut.data.connection.annotation.Connectable;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import terrace.catalog.listings.Listings;
import terrace.catalog.listings.SkuOffer;

/** The door to carts; an owner is a member's id, or a visitor's from a cookie. */
@Singleton
public class Carts {

    /** Different goods in one cart. */
    public static final int CART_LINES_MAX = 100;

    /** Units of one SKU in one cart. */
    public static final int QUANTITY_MAX = 999;

    private final CartRows rows;
    private final CartView view;
    private final Listings listings;

    Carts(CartRows rows, CartView view, Listings listings) {
        this.rows = rows;
        this.view = view;
        this.listings = listings;
    }

    /** The cart with prices, stock and shelf read anew. */
    @Connectable
    public Cart cart(UUID owner) {
        return view.of(owner, rows.lines(owner));
    }

    /** Quantities by SKU as they were put, nothing read anew: for checkout, which reads the rest itself. */
    @Connectable
    public Map<UUID, Integer> quantities(UUID owner) {
        return rows.lines(owner);
    }

    /** How many lines, for the number beside the basket. */
    @Connectable
    public int count(UUID owner) {
        return rows.count(owner);
    }

    /** Sets the quantity of a line; the same twice is the same as once. */
    @Transactional
    public CartChange put(UUID owner, UUID skuId, int quantity) {
        return change(owner, skuId, quantity, () -> rows.set(owner, skuId, quantity));
    }

    /** Adds to what is there, up to {@link #QUANTITY_MAX}. */
    @Transactional
    public CartChange add(UUID owner, UUID skuId, int quantity) {
        return change(owner, skuId, quantity, () -> rows.add(owner, skuId, quantity));
    }

    /** Takes a line out; nothing happens when it is not there. */
    @Transactional
    public void remove(UUID owner, UUID skuId) {
        rows.remove(owner, Set.of(skuId));
    }

    /** Takes out what was bought, in the transaction that buys it. */
    @Transactional
    public void bought(UUID owner, Set<UUID> skuIds) {
        rows.remove(owner, skuIds);
    }

    /**
     * Moves a visitor's lines into a member's cart at sign-in; the larger quantity wins where both have the goods, and
     * the newest come first where the cart would overflow. Safe to repeat.
     */
    @Transactional
    public void merge(UUID from, UUID to) {
        if (!from.equals(to)) {
            rows.lock(to);
            rows.merge(from, to);
        }
    }

    private CartChange change(UUID owner, UUID skuId, int quantity, BooleanSupplier change) {
        if (quantity < 1 || quantity > QUANTITY_MAX) {
            return new CartChange.QuantityOutside(1, QUANTITY_MAX);
        }
        SkuOffer offer = listings.skusByIds(Set.of(skuId)).get(skuId);
        if (offer == null || !offer.onSale()) {
            return new CartChange.NotForSale();
        }
        rows.lock(owner);
        return change.getAsBoolean()
                ? new CartChange.Changed(rows.count(owner))
                : new CartChange.CartFull(CART_LINES_MAX);
    }
}
