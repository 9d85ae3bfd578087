package terrace.catalog.stock;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A harvest to be expected; the id is minted when the form is shown, so that sending twice states once.
 *
 * @param expected pieces of the SKU
 * @param percent how much of it may be sold early
 */
public record NewHarvest(UUID id, UUID listingId, UUID skuId, LocalDate expectedOn, long expected, int percent) {}
