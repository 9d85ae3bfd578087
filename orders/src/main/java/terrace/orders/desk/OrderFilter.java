package terrace.orders.desk;

import terrace.orders.purchases.OrderState;

/** Which of their orders a merchant wants to see. */
public enum OrderFilter {
    TO_SHIP(OrderState.TO_SHIP),
    /** Paid, not sent, and past the time it was to be sent by. */
    LATE(OrderState.TO_SHIP),
    SHIPPED(OrderState.SHIPPED),
    ACCEPTED(OrderState.ACCEPTED),
    CANCELLED(OrderState.CANCELLED),
    AWAITING_PAYMENT(OrderState.AWAITING_PAYMENT);

    private final OrderState state;

    OrderFilter(OrderState state) {
        this.state = state;
    }

    OrderState state() {
        return state;
    }

    /** What is to be sent comes by its deadline, all else the newest first. */
    boolean byDeadline() {
        return state == OrderState.TO_SHIP;
    }
}
