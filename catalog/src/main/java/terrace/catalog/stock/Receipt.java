package terrace.catalog.stock;

import java.util.UUID;

/** Goods that came in. */
public record Receipt(UUID skuId, long quantity) {}
