package terrace.catalog.stock;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Pieces that were sold and can be sold again.
 *
 * @param shipsFrom where they were sold before the harvest and never sent, the day the buyer was told
 */
public record GoodsBack(UUID skuId, long quantity, @Nullable LocalDate shipsFrom) {}
