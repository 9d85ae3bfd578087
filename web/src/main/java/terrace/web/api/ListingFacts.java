package terrace.web.api;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A listing as anybody may know it. Money in fen, weight in grams.
 *
 * @param page its address on this site
 */
@Serdeable
record ListingFacts(
        UUID id,
        String title,
        String story,
        Place origin,
        Seller seller,
        String storage,
        int shelfLifeDays,
        String season,
        long sold,
        boolean inStock,
        String currency,
        List<Size> sizes,
        String page) {

    /** @param code GB/T 2260, six digits */
    @Serdeable
    record Place(String code, String name) {}

    @Serdeable
    record Seller(String code, String name) {}

    /** @param perJinFen price of 500 g; null where the goods are sold by the piece */
    @Serdeable
    record Size(
            UUID id,
            String name,
            long priceFen,
            long grams,
            @Nullable Long perJinFen) {}
}
