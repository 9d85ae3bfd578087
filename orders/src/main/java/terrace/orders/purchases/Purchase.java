package terrace.orders.purchases;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a member pays for once; its orders sum to its total. Money in fen.
 *
 * @param totalFen goods and carriage before anything is taken off
 * @param discountFen what merchants gave away
 * @param subsidyFen what others than buyer and merchants bear
 * @param donationFen what the member gives to a charity beside it
 * @param dueFen what the payment must be
 */
public record Purchase(
        UUID id,
        UUID memberId,
        PurchaseState state,
        long goodsFen,
        long freightFen,
        long totalFen,
        long discountFen,
        long subsidyFen,
        long donationFen,
        long dueFen,
        Instant placedAt,
        Instant payBy,
        @Nullable Instant paidAt,
        @Nullable Instant closedAt,
        DeliveryAddress deliverTo,
        List<Order> orders) {}
