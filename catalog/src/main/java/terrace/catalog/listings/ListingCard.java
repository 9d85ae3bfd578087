package terrace.catalog.listings;

import java.util.UUID;

/**
 * What a card shows of a listing; price, weight and 元/斤 are those of its cheapest SKU.
 *
 * @param motif name of the photo or, where there is none, of the drawing that stands for the goods
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
        boolean inStock) {}
