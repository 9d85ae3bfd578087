package terrace.catalog.stock;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How many SKUs have another stock than their movements and holds say.
 *
 * @param sample one of them; null where there is none
 */
public record Drift(long skus, @Nullable UUID sample) {}
