package terrace.orders.fulfilment;

import java.util.UUID;

/**
 * From which lot a merchant says the goods of a line are.
 *
 * @param beyond whether the merchant says so although the lot has not that much left
 */
public record LotWish(UUID lotId, boolean beyond) {}
