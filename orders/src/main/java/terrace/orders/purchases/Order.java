package terrace.orders.purchases;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One merchant's part of a purchase. Money in fen.
 *
 * @param totalFen goods and carriage before anything is taken off
 * @param discountFen what the merchant gave away
 * @param subsidyFen what others than buyer and merchant bear
 * @param number 16 digits, what people read to each other
 * @param payBy when an unpaid order lapses with its purchase
 * @param shipBy when a paid order is to be sent at the latest
 */
public record Order(
        UUID id,
        String number,
        UUID purchaseId,
        UUID memberId,
        UUID merchantId,
        OrderState state,
        long goodsFen,
        long freightFen,
        long totalFen,
        long discountFen,
        long subsidyFen,
        int commissionBasisPoints,
        Instant placedAt,
        Instant payBy,
        @Nullable Instant paidAt,
        @Nullable Instant shipBy,
        @Nullable Shipment shipment,
        @Nullable Instant acceptedAt,
        @Nullable Instant closedAt,
        DeliveryAddress deliverTo,
        List<OrderLine> lines) {

    /** What the buyer pays for it. */
    public long cashFen() {
        return totalFen - discountFen - subsidyFen;
    }

    Order with(List<OrderLine> itsLines) {
        return new Order(
                id,
                number,
                purchaseId,
                memberId,
                merchantId,
                state,
                goodsFen,
                freightFen,
                totalFen,
                discountFen,
                subsidyFen,
                commissionBasisPoints,
                placedAt,
                payBy,
                paidAt,
                shipBy,
                shipment,
                acceptedAt,
                closedAt,
                deliverTo,
                itsLines);
    }
}
