package terrace.orders.pricing;

import java.util.UUID;
import terrace.marketplace.coupons.GoodsFacts;

/** A line of goods something may be taken off; in fen, without carriage. */
public record OpenLine(UUID skuId, GoodsFacts goods, long amountFen) {}
