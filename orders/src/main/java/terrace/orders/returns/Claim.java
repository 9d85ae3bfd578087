package terrace.orders.returns;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a member asks after the sale about a line of an order. Money in fen, of the line's price after the merchant's
 * own discount.
 *
 * @param number 12 digits, what people read to each other
 * @param quantity pieces it is about
 * @param spoiled for spoiled goods alone
 * @param standingFen the sum on the table now: asked, offered, proposed or decided
 * @param goodsBack whether the goods come back for it
 * @param dueAt when silence decides; null when it is over
 * @param events how many there are, and so what the next has as its number less one
 */
public record Claim(
        UUID id,
        String number,
        UUID orderId,
        String orderNumber,
        int position,
        UUID listingId,
        String title,
        String skuName,
        UUID memberId,
        UUID merchantId,
        ClaimKind kind,
        int quantity,
        @Nullable Spoiled spoiled,
        long askedFen,
        long standingFen,
        boolean goodsBack,
        ClaimState state,
        @Nullable Instant dueAt,
        boolean memberAgrees,
        boolean merchantAgrees,
        @Nullable UUID mediatorId,
        @Nullable UUID arbiterId,
        @Nullable String courier,
        @Nullable String trackingNumber,
        @Nullable UUID reversalId,
        int events,
        Instant openedAt,
        @Nullable Instant closedAt) {}
