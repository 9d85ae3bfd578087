package terrace.catalog.stock;

import java.time.LocalDate;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to be kept for a purchase, by SKU.
 *
 * @param early the day the buyer was told they are sent from; another day's harvest is not theirs
 * @param buckets of what is sold from pledged stock, the bucket
 * @param taker who buys, for buckets that give each member only so many; null without buckets
 */
public record Wish(
        Map<UUID, Long> quantities,
        Map<UUID, LocalDate> early,
        Map<UUID, UUID> buckets,
        @Nullable UUID taker) {

    public Wish {
        quantities = Map.copyOf(quantities);
        early = Map.copyOf(early);
        buckets = Map.copyOf(buckets);
        if (quantities.isEmpty() || quantities.values().stream().anyMatch(quantity -> quantity <= 0)) {
            throw new IllegalArgumentException("a hold needs goods, and of each at least one piece");
        }
        if (!buckets.isEmpty() && taker == null) {
            throw new IllegalArgumentException("pledged goods are somebody's");
        }
    }

    /** Those lines that are sold from pledged stock, or those that are not; SKUs in the order of their ids. */
    SortedMap<UUID, Long> part(boolean pledged) {
        SortedMap<UUID, Long> part = new TreeMap<>();
        quantities.forEach((skuId, quantity) -> {
            if (buckets.containsKey(skuId) == pledged) {
                part.put(skuId, quantity);
            }
        });
        return part;
    }
}
