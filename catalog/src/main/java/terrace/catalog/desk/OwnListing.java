package terrace.catalog.desk;

import java.util.UUID;
import terrace.catalog.listings.Status;

/**
 * A line of a merchant's list of goods.
 *
 * @param priceFen of the cheapest SKU
 * @param waiting something of it waits for an operator
 * @param low too little is left of a SKU that is watched
 */
public record OwnListing(
        UUID id,
        String title,
        String motif,
        String countyCode,
        Status status,
        boolean onShelf,
        boolean inStock,
        long version,
        long priceFen,
        long sold,
        boolean waiting,
        boolean low) {}
