package terrace.catalog.listings;

import java.util.UUID;
import terrace.marketplace.money.Money;

/**
 * The thing bought: one size of a listing.
 *
 * @param code the merchant's own code, empty when it has none
 */
public record Sku(UUID id, UUID listingId, String name, long priceFen, long grams, String code) {

    /** 元/斤 in fen per 500 g, half up. */
    public long perJinFen() {
        return Money.perJin(priceFen, grams);
    }
}
