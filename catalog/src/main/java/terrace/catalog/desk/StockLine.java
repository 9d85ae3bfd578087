package terrace.catalog.desk;

import java.util.UUID;
import terrace.catalog.stock.Level;

/** A SKU of a merchant with what is there of it. */
public record StockLine(UUID listingId, String title, UUID skuId, String sku, String code, Level level) {}
