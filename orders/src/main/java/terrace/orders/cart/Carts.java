package terrace.orders.cart;

import io.micronaut.data.connection.annotation.Connectable;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongPredicate;
import terrace.catalog.listings.Listings;
import terrace.catalog.listings.SkuOffer;

/** The door to carts; an owner is a member's id, or a visitor's from a cookie. */
@Singleton
public class Carts {

    /** Different goods in one cart. */
    public static final int CART_LINES_MAX = 100;

    /** Units of one SKU in one cart. */
    public static final int QUANTITY_MAX = 999;

    /** Most old lines are strangers', who come back under another cookie. */
    static final int KEPT_DAYS = 180;

    private static final int CLEARED_AT_ONCE = 10_000;

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
        Map<UUID, Integer> quantities = new LinkedHashMap<>();
        rows.lines(owner).forEach((skuId, put) -> quantities.put(skuId, put.quantity()));
        return quantities;
    }

    /**
     * As above, of many owners; owners without any of theirs are left out.
     *
     * @param skuIds by owner, what is asked for
     */
    @Connectable
    public Map<UUID, Map<UUID, Integer>> quantities(Map<UUID, Set<UUID>> skuIds) {
        return rows.quantities(skuIds);
    }

    /** How many lines, for the number beside the basket. */
    @Connectable
    public int count(UUID owner) {
        return rows.count(owner);
    }

    /** Sets the quantity of a line; the same twice is the same as once. */
    @Transactional
    public CartChange put(UUID owner, UUID skuId, int quantity) {
        return change(owner, skuId, quantity, fen -> rows.set(owner, skuId, quantity, fen));
    }

    /** Adds to what is there, up to {@link #QUANTITY_MAX}. */
    @Transactional
    public CartChange add(UUID owner, UUID skuId, int quantity) {
        return change(owner, skuId, quantity, fen -> rows.add(owner, skuId, quantity, fen));
    }

    /** Takes a line out; nothing happens when it is not there. */
    @Transactional
    public void remove(UUID owner, UUID skuId) {
        rows.remove(owner, Set.of(skuId));
    }

    /** Takes out what was bought, by owner, in the transaction that buys it. */
    @Transactional
    public void bought(Map<UUID, Set<UUID>> skuIds) {
        rows.removeAll(skuIds);
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

    /** Clears lines away that nobody touched for {@value #KEPT_DAYS} days; says how many. */
    @Transactional
    int clear() {
        return rows.clear(KEPT_DAYS, CLEARED_AT_ONCE);
    }

    private CartChange change(UUID owner, UUID skuId, int quantity, LongPredicate change) {
        if (quantity < 1 || quantity > QUANTITY_MAX) {
            return new CartChange.QuantityOutside(1, QUANTITY_MAX);
        }
        SkuOffer offer = listings.skusByIds(Set.of(skuId)).get(skuId);
        if (offer == null || !offer.onSale()) {
            return new CartChange.NotForSale();
        }
        rows.lock(owner);
        return change.test(offer.sku().priceFen())
                ? new CartChange.Changed(rows.count(owner))
                : new CartChange.CartFull(CART_LINES_MAX);
    }
}
