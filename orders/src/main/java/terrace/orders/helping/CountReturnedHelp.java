package terrace.orders.helping;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import terrace.marketplace.events.Subscriber;
import terrace.marketplace.impact.ImpactFacts;
import terrace.orders.purchases.Order;
import terrace.orders.purchases.OrderLine;
import terrace.orders.reversals.OrderReversed;
import terrace.orders.reversals.Reversal;
import terrace.orders.reversals.Reversals;

/** Takes what was taken back of a line off the help it was counted as. */
@Singleton
class CountReturnedHelp implements Subscriber<OrderReversed> {
    private final Reversals reversals;
    private final ImpactFacts facts;
    private final Lines lines;

    CountReturnedHelp(Reversals reversals, ImpactFacts facts, Lines lines) {
        this.reversals = reversals;
        this.facts = facts;
        this.lines = lines;
    }

    @Override
    public Class<OrderReversed> event() {
        return OrderReversed.class;
    }

    @Override
    @Transactional
    public void on(OrderReversed event) {
        Reversal reversal = reversals.byId(event.reversalId()).orElseThrow();
        Order order = lines.order(event.memberId(), event.number());
        for (OrderLine line : order.lines()) {
            long fen = reversal.ofLine(line.position());
            if (fen > 0) {
                lines.paid(order, line);
                facts.countReturned(order.number(), line.position(), part(reversal), fen, reversal.at());
            }
        }
    }

    /** Each reversal has another; room is left above it for the shares of one return. */
    private static long part(Reversal reversal) {
        return reversal.id().getLeastSignificantBits() & (Long.MAX_VALUE >> 1);
    }
}
