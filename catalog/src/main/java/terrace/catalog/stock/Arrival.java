package terrace.catalog.stock;

import java.time.LocalDate;
import java.util.UUID;

/**
 * What came of a harvest, and where the lot it becomes was picked.
 *
 * @param id minted when the form was shown, so that sending twice enters once; the lot's too
 * @param pieces of the SKU; none means that no more is to come, and makes no lot
 * @param village of the county the goods are from; may be empty
 */
public record Arrival(UUID id, long pieces, LocalDate harvestedOn, String village) {}
