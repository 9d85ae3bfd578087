package terrace.orders.settlement;

import java.util.UUID;

/**
 * What one merchant may be paid out now.
 *
 * @param fen available money, above zero
 * @param payoutAllowed whether a payout would go out at this moment
 * @param accountProven whether there is a proven account to pay to
 */
public record Owed(UUID merchantId, String merchantName, long fen, boolean payoutAllowed, boolean accountProven) {}
