package terrace.orders.fulfilment;

import java.util.Map;

/**
 * What a merchant says is in a parcel.
 *
 * @param pieces how many of each line by its position; empty for all that is left of the order
 * @param lots for lines by their position, where they are from another lot than the one harvested first
 */
public record Packing(Map<Integer, Integer> pieces, Map<Integer, LotWish> lots) {

    /** All that is left. */
    public static final Packing REST = new Packing(Map.of(), Map.of());
}
