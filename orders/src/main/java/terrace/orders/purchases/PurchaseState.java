package terrace.orders.purchases;

import java.util.Set;

/** Where a purchase stands; the database holds the same table of steps and refuses any other. */
public enum PurchaseState {
    AWAITING_PAYMENT,
    PAID,
    CANCELLED,
    EXPIRED;

    /** The states that may follow; empty when nothing does. */
    public Set<PurchaseState> next() {
        return switch (this) {
            case AWAITING_PAYMENT -> Set.of(PAID, CANCELLED, EXPIRED);
            case PAID, CANCELLED, EXPIRED -> Set.of();
        };
    }
}
