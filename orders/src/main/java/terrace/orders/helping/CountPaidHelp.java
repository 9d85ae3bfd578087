package terrace.orders.helping;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import terrace.marketplace.events.Subscriber;
import terrace.orders.purchases.Order;
import terrace.orders.purchases.PurchasePaid;
import terrace.orders.purchases.Purchases;

/** Counts each paid line for the families behind its goods. */
@Singleton
class CountPaidHelp implements Subscriber<PurchasePaid> {
    private final Purchases purchases;
    private final Lines lines;

    CountPaidHelp(Purchases purchases, Lines lines) {
        this.purchases = purchases;
        this.lines = lines;
    }

    @Override
    public Class<PurchasePaid> event() {
        return PurchasePaid.class;
    }

    @Override
    @Transactional
    public void on(PurchasePaid event) {
        purchases
                .ofMember(event.memberId(), event.purchaseId())
                .orElseThrow(() -> new IllegalStateException("no purchase " + event.purchaseId()))
                .orders()
                .forEach(this::count);
    }

    private void count(Order order) {
        order.lines().forEach(line -> lines.paid(order, line));
    }
}
