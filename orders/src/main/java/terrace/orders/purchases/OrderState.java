package terrace.orders.purchases;

import java.util.Set;

/** Where one merchant's order stands; the database holds the same table of steps and refuses any other. */
public enum OrderState {
    AWAITING_PAYMENT,
    TO_SHIP,
    /** Some of it is on its way; the rest is still to be sent. */
    PARTLY_SHIPPED,
    SHIPPED,
    ACCEPTED,
    CANCELLED;

    /** Whether some of it is still to be sent. */
    public boolean toSend() {
        return this == TO_SHIP || this == PARTLY_SHIPPED;
    }

    /** The states that may follow; empty when nothing does. */
    public Set<OrderState> next() {
        return switch (this) {
            case AWAITING_PAYMENT -> Set.of(TO_SHIP, CANCELLED);
            case TO_SHIP -> Set.of(PARTLY_SHIPPED, SHIPPED, CANCELLED);
            case PARTLY_SHIPPED -> Set.of(SHIPPED);
            case SHIPPED -> Set.of(ACCEPTED);
            case ACCEPTED, CANCELLED -> Set.of();
        };
    }
}
