package terrace.orders.helping;

import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.UUID;
import terrace.marketplace.impact.ImpactFacts;
import terrace.marketplace.impact.PaidLine;
import terrace.orders.purchases.Order;
import terrace.orders.purchases.OrderLine;
import terrace.orders.purchases.Purchases;

/** Lines as they are counted: what all who paid for them paid, the buyer, the platform and others together. */
@Singleton
class Lines {
    private final Purchases purchases;
    private final ImpactFacts facts;

    Lines(Purchases purchases, ImpactFacts facts) {
        this.purchases = purchases;
        this.facts = facts;
    }

    Order order(UUID memberId, String number) {
        return purchases
                .orderOfMember(memberId, number)
                .orElseThrow(() -> new IllegalStateException("no order " + number));
    }

    /** Counts a line as paid, once however often; others count what happens to it later after it. */
    void paid(Order order, OrderLine line) {
        facts.countPaid(new PaidLine(
                order.number(),
                line.position(),
                line.listingId(),
                order.merchantId(),
                line.countyCode(),
                Math.multiplyExact(line.grams(), line.quantity()),
                line.amountFen() - line.discountFen(),
                Objects.requireNonNull(order.paidAt())));
    }
}
