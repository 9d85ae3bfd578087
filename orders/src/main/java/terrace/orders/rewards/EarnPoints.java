package terrace.orders.rewards;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.UUID;
import terrace.marketplace.events.Subscriber;
import terrace.orders.fulfilment.OrderAccepted;
import terrace.orders.purchases.Purchases;
import terrace.orders.reversals.Reversals;

/** Gives the member points for an accepted order. */
@Singleton
class EarnPoints implements Subscriber<OrderAccepted> {

    private final Purchases purchases;
    private final Reversals reversals;
    private final Rewards rewards;

    EarnPoints(Purchases purchases, Reversals reversals, Rewards rewards) {
        this.purchases = purchases;
        this.reversals = reversals;
        this.rewards = rewards;
    }

    @Override
    public Class<OrderAccepted> event() {
        return OrderAccepted.class;
    }

    @Override
    @Transactional
    public void on(OrderAccepted event) {
        earn(event.memberId(), event.number());
    }

    /** What was refunded before the acceptance earns nothing. */
    void earn(UUID memberId, String number) {
        purchases
                .orderOfMember(memberId, number)
                .ifPresent(order -> rewards.earned(
                        order.id(), order.memberId(), order.cashFen() - reversals.cashBeforeAcceptance(order.id())));
    }
}
