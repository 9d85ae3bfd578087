package terrace.orders.checkout;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.orders.cart.Cart;

/** The till: says what a cart costs, and turns it into a purchase. */
@Singleton
public class Checkout {

    Checkout() {}

    /** What a member's cart would cost at an address of theirs; without one, carriage stays open. */
    public Quote quote(UUID memberId, Cart cart, @Nullable UUID addressId) {
        throw new UnsupportedOperationException();
    }

    /** Places it, once per purchase id, however often and however quickly it is sent. */
    public Placement place(PlaceOrder wish) {
        throw new UnsupportedOperationException();
    }
}
