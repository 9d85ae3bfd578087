package terrace.web.api;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a search found.
 *
 * @param query as it was understood
 * @param next to be sent as {@code after} for the listings behind these; null at the end
 */
@Serdeable
record SearchFacts(
        String query,
        long total,
        String currency,
        List<Found> listings,
        @Nullable String next) {

    /** Price, weight and price of 500 g are those of the cheapest size. */
    @Serdeable
    record Found(
            UUID id,
            String title,
            ListingFacts.Place origin,
            long priceFen,
            long grams,
            @Nullable Long perJinFen,
            long sold,
            boolean inStock,
            String page) {}
}
