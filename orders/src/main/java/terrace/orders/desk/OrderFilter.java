package terrace.orders.desk;

import java.util.List;
import terrace.orders.purchases.OrderState;

/** Which of their orders a merchant wants to see. */
public enum OrderFilter {
    TO_SHIP(OrderState.TO_SHIP),
    /** Paid, not or only partly sent, and past the time it was to be sent by. */
    LATE(OrderState.TO_SHIP),
    SHIPPED(OrderState.SHIPPED),
    ACCEPTED(OrderState.ACCEPTED),
    CANCELLED(OrderState.CANCELLED),
    AWAITING_PAYMENT(OrderState.AWAITING_PAYMENT);

    private final OrderState state;

    OrderFilter(OrderState state) {
        this.state = state;
    }

    /** What is sent in part is still to be sent. */
    List<OrderState> states() {
        return byDeadline() ? List.of(OrderState.TO_SHIP, OrderState.PARTLY_SHIPPED) : List.of(state);
    }

    /** What is to be sent comes by its deadline, all else the newest first. */
    boolean byDeadline() {
        return state == OrderState.TO_SHIP;
    }
}
