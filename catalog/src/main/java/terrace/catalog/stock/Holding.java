package terrace.catalog.stock;

import java.util.Map;
import java.util.UUID;

/** What became of the wish to keep goods for a purchase. */
public sealed interface Holding {
    /** All of it is kept until the instant asked for. */
    record Held() implements Holding {}

    /** This much is left of the first SKU that does not suffice; nothing is kept. */
    record Lacking(UUID skuId, long available) implements Holding {}

    /** One member may have only so many of these SKUs from pledged stock, earlier ones counted; nothing is kept. */
    record Capped(Map<UUID, Long> caps) implements Holding {}
}
