package terrace.catalog.listings;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one merchant offers on one page.
 *
 * @param countyCode origin, six digits
 * @param motif name of the drawing that stands for the goods
 * @param certificates what vouches for the goods, with its number; empty when nothing does
 * @param season when it is harvested, in the merchant's words
 * @param perishable excluded from seven-day no-reason return
 * @param onShelf published and nothing stands against it
 * @param version grows with every change of words, prices or shelf
 * @param publishedAt null while it is a draft
 * @param sold pieces sold so far
 * @param skus in the merchant's order, never empty
 */
public record Listing(
        UUID id,
        UUID merchantId,
        UUID categoryId,
        String title,
        String story,
        String countyCode,
        String village,
        String motif,
        String certificates,
        Storage storage,
        int shelfLifeDays,
        String season,
        boolean perishable,
        VatKind vatKind,
        UUID freightTemplateId,
        Status status,
        boolean onShelf,
        long version,
        @Nullable Instant publishedAt,
        long sold,
        boolean inStock,
        List<Sku> skus) {

    public String provinceCode() {
        return countyCode.substring(0, 2);
    }

    /** What a card shows of it: price, weight and 元/斤 of its cheapest SKU, the first one among equals. */
    public ListingCard card() {
        Sku cheapest =
                skus.stream().min(Comparator.comparingLong(Sku::priceFen)).orElseThrow();
        return new ListingCard(
                id,
                title,
                merchantId,
                countyCode,
                motif,
                cheapest.priceFen(),
                cheapest.grams(),
                cheapest.perJinFen(),
                sold,
                inStock);
    }
}
