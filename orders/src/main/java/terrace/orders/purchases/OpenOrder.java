package terrace.orders.purchases;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An order held fast for a step: only what the step needs to know, no personal data. Money in fen. */
public record OpenOrder(
        UUID id,
        String number,
        UUID purchaseId,
        UUID memberId,
        UUID merchantId,
        OrderState state,
        long goodsFen,
        long totalFen,
        long discountFen,
        int commissionBasisPoints,
        @Nullable Shipment shipment,
        @Nullable Instant acceptedAt) {

    /** What escrow holds for it once it is paid: everything but what the merchant gave away. */
    public long escrowFen() {
        return totalFen - discountFen;
    }

    /** What the goods were sold for. */
    public long netGoodsFen() {
        return goodsFen - discountFen;
    }
}
