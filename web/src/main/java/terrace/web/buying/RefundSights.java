package terrace.web.buying;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
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
        List<Reversal> found = reversals.ofOrders(List.of(orderId)).getOrDefault(orderId, List.of());
        Map<UUID, Refund> asked = refunds.byIds(
                found.stream().map(Reversal::refundId).filter(Objects::nonNull).collect(Collectors.toSet()));
        return found.stream().map(reversal -> sight(reversal, asked)).toList();
    }

    private RefundSight sight(Reversal reversal, Map<UUID, Refund> asked) {
        return new RefundSight(
                sights.time(reversal.at()),
                reversal.cause().name(),
                reversal.reason(),
                reversal.fen(),
                reversal.cashFen(),
                reversal.of(PaidBy.POINTS),
                reversal.of(PaidBy.PLATFORM) + reversal.of(PaidBy.ORGANISER),
                stand(reversal.refundId(), asked));
    }

    private static String stand(@Nullable UUID refundId, Map<UUID, Refund> asked) {
        if (refundId == null) {
            return Refund.State.DONE.name();
        }
        Refund refund = asked.get(refundId);
        return (refund == null ? Refund.State.PENDING : refund.state()).name();
    }
}
