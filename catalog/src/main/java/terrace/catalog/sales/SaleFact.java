package terrace.catalog.sales;

import java.time.Instant;
import java.util.UUID;

/**
 * Something sold, or taken back when the numbers are negative.
 *
 * @param source who tells, such as "order"
 * @param kind what happened there, such as "sold" or "returned"
 * @param number which one, such as the order line
 * @param quantity pieces, negative when they came back
 * @param grams weight of all pieces together, of the same sign
 */
public record SaleFact(
        String source, String kind, String number, UUID listingId, long quantity, long grams, Instant at) {}
