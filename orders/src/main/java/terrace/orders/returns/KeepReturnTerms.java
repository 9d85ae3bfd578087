package terrace.orders.returns;

import jakarta.inject.Singleton;
import terrace.marketplace.events.Subscriber;
import terrace.orders.purchases.OrderBook;
import terrace.orders.purchases.PurchasePaid;

/** Keeps what buyers were told about sending goods back: a merchant who changes it later changes nothing for them. */
@Singleton
class KeepReturnTerms implements Subscriber<PurchasePaid> {
    private final OrderBook book;
    private final ClaimTerms terms;

    KeepReturnTerms(OrderBook book, ClaimTerms terms) {
        this.book = book;
        this.terms = terms;
    }

    @Override
    public Class<PurchasePaid> event() {
        return PurchasePaid.class;
    }

    @Override
    public void on(PurchasePaid event) {
        book.ordersOf(event.purchaseId()).forEach(order -> terms.keep(order, book.lines(order)));
    }
}
