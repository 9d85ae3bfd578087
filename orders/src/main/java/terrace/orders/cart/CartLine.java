package terrace.orders.cart;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line that can be bought now. Money in fen.
 *
 * @param grams of one unit
 * @param seenFen what a unit cost when it was put into the cart, or its quantity was last set
 * @param available how many are on sale now, at least the quantity
 * @param shipsFrom where it is sold before the harvest, the day it is sent from
 */
public record CartLine(
        UUID skuId,
        UUID listingId,
        UUID merchantId,
        UUID categoryId,
        UUID freightTemplateId,
        String title,
        String skuName,
        String motif,
        String countyCode,
        boolean perishable,
        boolean byWeight,
        long grams,
        long priceFen,
        long seenFen,
        int quantity,
        long available,
        @Nullable LocalDate shipsFrom) {

    /** Whether it costs another sum than when it was put; to be said, and accepted by setting the quantity anew. */
    public boolean repriced() {
        return priceFen != seenFen;
    }

    public long amountFen() {
        return Math.multiplyExact(priceFen, quantity);
    }
}
