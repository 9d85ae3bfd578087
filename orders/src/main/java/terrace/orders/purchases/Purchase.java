package terrace.orders.purchases;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a member pays for once; its orders sum to its total. Money in fen. */
public record Purchase(
        UUID id,
        UUID memberId,
        PurchaseState state,
        long goodsFen,
        long freightFen,
        long totalFen,
        Instant placedAt,
        Instant payBy,
        @Nullable Instant paidAt,
        @Nullable Instant closedAt,
        DeliveryAddress deliverTo,
        List<Order> orders) {}
