package terrace.orders.purchases;

import java.util.Set;

/** Where one merchant's order stands; the database holds the same table of steps and refuses any other. */
public enum OrderState {
    AWAITING_PAYMENT,
    TO_SHIP,
    SHIPPED,
    ACCEPTED,
    CANCELLED;

    /** The states that may follow; empty when nothing does. */
    public Set<OrderState> next() {
        return switch (this) {
            case AWAITING_PAYMENT -> Set.of(TO_SHIP, CANCELLED);
            case TO_SHIP -> Set.of(SHIPPED, CANCELLED);
            case SHIPPED -> Set.of(ACCEPTED);
            case ACCEPTED, CANCELLED -> Set.of();
        };
    }
}
