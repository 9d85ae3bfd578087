package terrace.orders.returns;

import java.util.List;
import terrace.orders.purchases.OrderLine;

/**
 * A line of an order, and what may be claimed of it.
 *
 * @param leftFen what of its price has not gone back
 * @param kinds what may be claimed now
 * @param claims what has been claimed, oldest first
 */
public record Claimable(OrderLine line, long leftFen, List<ClaimKind> kinds, List<Claim> claims) {}
