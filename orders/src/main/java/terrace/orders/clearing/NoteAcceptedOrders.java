package terrace.orders.clearing;

import jakarta.inject.Singleton;
import terrace.marketplace.events.Subscriber;
import terrace.orders.fulfilment.OrderAccepted;

/** Notes for the bank that an order was accepted; the bank is told afterwards. */
@Singleton
class NoteAcceptedOrders implements Subscriber<OrderAccepted> {

    private final Clearings clearings;

    NoteAcceptedOrders(Clearings clearings) {
        this.clearings = clearings;
    }

    @Override
    public Class<OrderAccepted> event() {
        return OrderAccepted.class;
    }

    @Override
    public void on(OrderAccepted event) {
        clearings.note(event.orderId());
    }
}
