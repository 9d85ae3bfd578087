package terrace.orders.pricing;

import java.util.UUID;

/**
 * One SKU at the price of this moment, in fen.
 *
 * @param grams of one unit
 */
public record PricedLine(UUID skuId, UUID freightTemplateId, long grams, long priceFen, int quantity) {

    public long amountFen() {
        return Math.multiplyExact(priceFen, quantity);
    }

    public long weightGrams() {
        return Math.multiplyExact(grams, quantity);
    }
}
