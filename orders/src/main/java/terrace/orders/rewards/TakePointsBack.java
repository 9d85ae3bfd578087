package terrace.orders.rewards;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import terrace.marketplace.events.Subscriber;
import terrace.orders.reversals.OrderReversed;
import terrace.orders.reversals.Reversal;
import terrace.orders.reversals.Reversals;

/** Takes back the points that refunded cash had earned; given first, where the news of the acceptance came later. */
@Singleton
class TakePointsBack implements Subscriber<OrderReversed> {

    private final Reversals reversals;
    private final EarnPoints earning;
    private final Rewards rewards;

    TakePointsBack(Reversals reversals, EarnPoints earning, Rewards rewards) {
        this.reversals = reversals;
        this.earning = earning;
        this.rewards = rewards;
    }

    @Override
    public Class<OrderReversed> event() {
        return OrderReversed.class;
    }

    @Override
    @Transactional
    public void on(OrderReversed event) {
        Reversal reversal = reversals.byId(event.reversalId()).orElseThrow();
        if (reversal.accepted()) {
            earning.earn(event.memberId(), event.number());
            rewards.takenBack(reversal.id(), event.memberId(), reversal.cashFen());
        }
    }
}
