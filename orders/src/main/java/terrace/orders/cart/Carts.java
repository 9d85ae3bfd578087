package terrace.orders.cart;

import jakarta.inject.Singleton;
import java.util.UUID;

/** The door to carts; an owner is a member's id, or a visitor's from a cookie. */
@Singleton
public class Carts {

    /** Different goods in one cart. */
    public static final int CART_LINES_MAX = 100;

    /** Units of one SKU in one cart. */
    public static final int QUANTITY_MAX = 999;

    Carts() {}

    /** The cart with prices, stock and shelf read anew. */
    public Cart cart(UUID owner) {
        throw new UnsupportedOperationException();
    }

    /** How many lines, for the number beside the basket. */
    public int count(UUID owner) {
        throw new UnsupportedOperationException();
    }

    /** Sets the quantity of a line; the same twice is the same as once. */
    public CartChange put(UUID owner, UUID skuId, int quantity) {
        throw new UnsupportedOperationException();
    }

    /** Adds to what is there, up to {@link #QUANTITY_MAX}. */
    public CartChange add(UUID owner, UUID skuId, int quantity) {
        throw new UnsupportedOperationException();
    }

    /** Takes a line out; nothing happens when it is not there. */
    public void remove(UUID owner, UUID skuId) {
        throw new UnsupportedOperationException();
    }

    /**
     * Moves a visitor's lines into a member's cart at sign-in; the larger quantity wins where both have the goods, and
     * the newest come first where the cart would overflow. Safe to repeat.
     */
    public void merge(UUID from, UUID to) {
        throw new UnsupportedOperationException();
    }
}
