package terrace.orders.cart;

import java.util.UUID;

/**
 * A line that can be bought now. Money in fen.
 *
 * @param grams of one unit
 * @param available how many are on sale now, at least the quantity
 */
public record CartLine(
        UUID skuId,
        UUID listingId,
        UUID merchantId,
        UUID freightTemplateId,
        String title,
        String skuName,
        String motif,
        String countyCode,
        boolean perishable,
        long grams,
        long priceFen,
        int quantity,
        long available) {

    public long amountFen() {
        return Math.multiplyExact(priceFen, quantity);
    }
}
