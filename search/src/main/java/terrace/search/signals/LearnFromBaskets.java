package terrace.search.signals;

import jakarta.inject.Singleton;
import terrace.catalog.sales.BasketSold;
import terrace.marketplace.events.Subscriber;

/** Notes which goods were paid for together, once however often it is told. */
@Singleton
class LearnFromBaskets implements Subscriber<BasketSold> {
    private final Signals signals;

    LearnFromBaskets(Signals signals) {
        this.signals = signals;
    }

    @Override
    public Class<BasketSold> event() {
        return BasketSold.class;
    }

    @Override
    public void on(BasketSold basket) {
        signals.sold(basket);
    }
}
