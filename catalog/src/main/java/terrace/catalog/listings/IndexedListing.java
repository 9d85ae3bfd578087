package terrace.catalog.listings;

import java.util.List;
import terrace.catalog.categories.Category;

/**
 * Everything a search index may want to know of a listing.
 *
 * @param categoryPath from the root down to the listing's own category
 * @param card what a card shows of it
 */
public record IndexedListing(Listing listing, List<Category> categoryPath, ListingCard card) {

    public boolean onSale() {
        return listing.onShelf();
    }
}
