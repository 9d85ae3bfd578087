package terrace.search.query;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.UUID;
import terrace.catalog.listings.ListingCard;

/** What the index keeps of a listing to show it. */
@JsonIgnoreProperties(ignoreUnknown = true)
record IndexedCard(
        UUID id,
        String title,
        UUID merchant,
        String county,
        String motif,
        long priceFen,
        long grams,
        long perJinFen,
        long sold,
        boolean inStock,
        long publishedAt) {

    /** Without a price before: only the catalogue knows whether one may be called so. */
    ListingCard card() {
        return new ListingCard(id, title, merchant, county, motif, priceFen, grams, perJinFen, sold, inStock, null);
    }
}
