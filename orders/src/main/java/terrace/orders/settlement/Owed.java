package terrace.orders.settlement;

import java.util.UUID;

/**
 * What one merchant may be paid out now.
 *
 * @param fen available money, above zero
 * @param payoutAllowed whether a payout would go out at this moment
 */
public record Owed(UUID merchantId, String merchantName, long fen, boolean payoutAllowed) {}
