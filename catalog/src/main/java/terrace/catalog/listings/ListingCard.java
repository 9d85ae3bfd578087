package terrace.catalog.listings;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a card shows of a listing; price, weight and 元/斤 are those of its cheapest SKU.
 *
 * @param motif name of the photo or, where there is none, of the drawing that stands for the goods
 * @param wasFen what may be called its price before a reduction, null when nothing may
 */
public record ListingCard(
        UUID id,
        String title,
        UUID merchantId,
        String countyCode,
        String motif,
        long priceFen,
        long grams,
        long perJinFen,
        long sold,
        boolean inStock,
        @Nullable Long wasFen) {}
