package terrace.orders.desk;

import java.util.List;
import terrace.orders.purchases.OrderState;

/** Which of their orders a merchant wants to see. */
public enum OrderFilter {
    TO_SHIP(OrderState.TO_SHIP, OrderState.PARTLY_SHIPPED),
    /** Paid, not or only partly sent, and past the time it was to be sent by. */
    LATE(OrderState.TO_SHIP, OrderState.PARTLY_SHIPPED),
    SHIPPED(OrderState.SHIPPED),
    ACCEPTED(OrderState.ACCEPTED),
    CANCELLED(OrderState.CANCELLED),
    AWAITING_PAYMENT(OrderState.AWAITING_PAYMENT);

    private final List<OrderState> states;

    OrderFilter(OrderState... states) {
        this.states = List.of(states);
    }

    List<OrderState> states() {
        return states;
    }

    /** What is to be sent comes by its deadline, all else the newest first. */
    boolean byDeadline() {
        return states.getFirst().toSend();
    }
}
