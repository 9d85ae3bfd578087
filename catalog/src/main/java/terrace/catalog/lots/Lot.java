package terrace.catalog.lots;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A harvest or production batch; written once, never changed.
 *
 * @param code stands in the short public address: eight digits and capital letters
 * @param certificate its number, empty when there is none
 * @param testReport what was tested and found, in words; empty when nothing was
 */
public record Lot(
        UUID id,
        String code,
        UUID merchantId,
        UUID listingId,
        LocalDate harvestedOn,
        String countyCode,
        String village,
        long grams,
        String certificate,
        String testReport,
        Instant recordedAt) {}
