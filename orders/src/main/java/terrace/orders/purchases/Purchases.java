package terrace.orders.purchases;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The door to what was bought; who is asking comes first, and sees nothing of others. */
@Singleton
public class Purchases {

    /** The kind under which payments know a purchase. */
    public static final String PAYABLE_KIND = "purchase";

    /** How long stock is kept for an unpaid purchase. */
    public static final Duration PAYMENT_WINDOW = Duration.ofMinutes(15);

    /** The longest slice anyone gets at once. */
    public static final int SLICE_SIZE_MAX = 100;

    Purchases() {}

    /** A member's purchase with its orders and lines. */
    public Optional<Purchase> ofMember(UUID memberId, UUID purchaseId) {
        throw new UnsupportedOperationException();
    }

    /** A member's orders of one state, or of all when it is null; newest first. */
    public OrderSlice ordersOfMember(UUID memberId, @Nullable OrderState state, @Nullable String after, int limit) {
        throw new UnsupportedOperationException();
    }

    /** A member's order by its number. */
    public Optional<Order> orderOfMember(UUID memberId, String number) {
        throw new UnsupportedOperationException();
    }

    /** A merchant's orders of one state, or of all when it is null; newest first. */
    public OrderSlice ordersOfMerchant(UUID merchantId, @Nullable OrderState state, @Nullable String after, int limit) {
        throw new UnsupportedOperationException();
    }

    /** A merchant's order by its number. */
    public Optional<Order> orderOfMerchant(UUID merchantId, String number) {
        throw new UnsupportedOperationException();
    }

    /** How many orders a member has in each state; states without any are left out. */
    public Map<OrderState, Long> countsOfMember(UUID memberId) {
        throw new UnsupportedOperationException();
    }

    /** How many orders a merchant has in each state; states without any are left out. */
    public Map<OrderState, Long> countsOfMerchant(UUID merchantId) {
        throw new UnsupportedOperationException();
    }

    /** Gives an unpaid purchase up and its stock back, once; empty when it is not this member's. */
    public Optional<Cancellation> cancel(UUID memberId, UUID purchaseId) {
        throw new UnsupportedOperationException();
    }
}
