package terrace.orders.purchases;

import java.time.LocalDate;
import java.util.UUID;

/**
 * So many pieces of a line came from this lot; a copy, as the passport said when they were sent.
 *
 * @param code of the public passport
 */
public record LotShare(UUID lotId, String code, LocalDate harvestedOn, int quantity) {}
