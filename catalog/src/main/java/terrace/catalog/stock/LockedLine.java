package terrace.catalog.stock;

import java.util.UUID;

/** A line of a purchase with what was free of its SKU just before the act. */
record LockedLine(UUID skuId, long quantity, long available) {

    boolean isLacking() {
        return available < quantity;
    }

    boolean takesTheLast() {
        return available == quantity;
    }

    boolean bringsBackTheFirst() {
        return available == 0;
    }
}
