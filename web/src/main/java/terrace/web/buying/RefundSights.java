package terrace.web.buying;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.orders.refunds.Refund;
import terrace.orders.refunds.Refunds;
import terrace.orders.reversals.PaidBy;
import terrace.orders.reversals.Reversal;
import terrace.orders.reversals.Reversals;

/** Shows what of an order was refunded, and how far the bank is with it. */
@Singleton
public class RefundSights {
    private final Reversals reversals;
    private final Refunds refunds;
    private final Sights sights;

    RefundSights(Reversals reversals, Refunds refunds, Sights sights) {
        this.reversals = reversals;
        this.refunds = refunds;
        this.sights = sights;
    }

    /** Oldest first. */
    public List<RefundSight> of(UUID orderId) {
        return reversals.ofOrders(List.of(orderId)).getOrDefault(orderId, List.of()).stream()
                .map(this::sight)
                .toList();
    }

    private RefundSight sight(Reversal reversal) {
        return new RefundSight(
                sights.time(reversal.at()),
                reversal.cause().name(),
                reversal.reason(),
                reversal.fen(),
                reversal.cashFen(),
                reversal.of(PaidBy.POINTS),
                reversal.of(PaidBy.PLATFORM) + reversal.of(PaidBy.ORGANISER),
                stand(reversal.refundId()));
    }

    private String stand(@Nullable UUID refundId) {
        return refundId == null
                ? Refund.State.DONE.name()
                : refunds.byId(refundId).map(refund -> refund.state().name()).orElse(Refund.State.PENDING.name());
    }
}
