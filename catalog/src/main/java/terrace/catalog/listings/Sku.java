package terrace.catalog.listings;

import java.util.UUID;
import terrace.marketplace.money.Money;

/**
 * The thing bought: one size of a listing.
 *
 * @param code the merchant's own code, empty when it has none
 * @param reviewedFen the price an operator looked at last, or the first one
 * @param reviewedGrams the weight it was for
 */
public record Sku(
        UUID id,
        UUID listingId,
        String name,
        long priceFen,
        long grams,
        String code,
        long reviewedFen,
        long reviewedGrams) {

    /** 元/斤 in fen per 500 g, half up. */
    public long perJinFen() {
        return Money.perJin(priceFen, grams);
    }
}
