package terrace.orders.rewards;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import terrace.marketplace.events.Subscriber;
import terrace.orders.fulfilment.OrderAccepted;
import terrace.orders.purchases.Purchases;

/** Gives the member points for an accepted order. */
@Singleton
class EarnPoints implements Subscriber<OrderAccepted> {

    private final Purchases purchases;
    private final Rewards rewards;

    EarnPoints(Purchases purchases, Rewards rewards) {
        this.purchases = purchases;
        this.rewards = rewards;
    }

    @Override
    public Class<OrderAccepted> event() {
        return OrderAccepted.class;
    }

    @Override
    @Transactional
    public void on(OrderAccepted event) {
        purchases
                .orderOfMember(event.memberId(), event.number())
                .ifPresent(order -> rewards.earned(order.id(), order.memberId(), order.cashFen()));
    }
}
