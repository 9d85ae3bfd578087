package terrace.catalog.lots;

/**
 * A lot goods may still be sent from.
 *
 * @param leftGrams what was harvested less what was sent; below zero when the merchant sent more
 */
public record OpenLot(Lot lot, long leftGrams) {}
