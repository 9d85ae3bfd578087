package terrace.catalog.stock;

import java.util.UUID;

/** What became of the wish to keep goods for a purchase. */
public sealed interface Holding {
    /** All of it is kept until the instant asked for. */
    record Held() implements Holding {}

    /** This much is left of the first SKU that does not suffice; nothing is kept. */
    record Lacking(UUID skuId, long available) implements Holding {}
}
