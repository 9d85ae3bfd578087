package terrace.marketplace.impact;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A fact as everybody may read it: goods, place, money and numbers; no order, no buyer, no family.
 *
 * @param kind SOLD, RETURNED, MOVED or CORRECTED
 * @param day of business, as 2026-11-21
 * @param allocation which families stood behind it; null where nobody said
 */
@Serdeable
public record PublicFact(
        long number,
        String kind,
        String day,
        String county,
        String countyName,
        UUID listing,
        long grams,
        long fen,
        @Nullable Long allocation,
        @Nullable String basis,
        int households,
        String campaign,
        List<String> pavilions,
        String note) {}
