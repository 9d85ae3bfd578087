package terrace.orders.helping;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import terrace.marketplace.events.Subscriber;
import terrace.marketplace.impact.ImpactFacts;
import terrace.marketplace.impact.ImpactFacts.FromLot;
import terrace.orders.fulfilment.OrderShipped;
import terrace.orders.purchases.Order;
import terrace.orders.purchases.OrderLine;
import terrace.orders.purchases.Shipment;

/** Once goods are sent their lots are known: those whose lot has families of its own count for these. */
@Singleton
class CountLotsOfHelp implements Subscriber<OrderShipped> {
    private final ImpactFacts facts;
    private final Lines lines;

    CountLotsOfHelp(ImpactFacts facts, Lines lines) {
        this.facts = facts;
        this.lines = lines;
    }

    @Override
    public Class<OrderShipped> event() {
        return OrderShipped.class;
    }

    @Override
    @Transactional
    public void on(OrderShipped event) {
        Order order = lines.order(event.memberId(), event.number());
        Shipment shipment = order.shipment();
        if (shipment == null) {
            throw new IllegalStateException("not sent: " + event.number());
        }
        for (OrderLine line : order.lines()) {
            List<FromLot> lots = line.lots().stream()
                    .map(lot -> new FromLot(lot.lotId(), lot.quantity()))
                    .toList();
            if (!lots.isEmpty()) {
                lines.paid(order, line);
                facts.countLots(order.number(), line.position(), line.quantity(), lots, shipment.shippedAt());
            }
        }
    }
}
