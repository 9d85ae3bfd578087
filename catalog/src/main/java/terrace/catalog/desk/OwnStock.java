package terrace.catalog.desk;

import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.catalog.listings.Slice;

/** What a merchant has of everything, SKU by SKU, and how many of their goods ask for something. */
@Singleton
public class OwnStock {
    /** Counting stops here. */
    public static final int COUNT_MAX = 100;

    private final OwnStockRows rows;

    OwnStock(OwnStockRows rows) {
        this.rows = rows;
    }

    /**
     * The merchant's SKUs, those of the newest listings first.
     *
     * @param lowOnly only those watched of which too few are left
     * @param after SKU before the first one wanted
     */
    @Connectable
    public Slice<StockLine> page(UUID merchantId, boolean lowOnly, @Nullable UUID after, int limit) {
        List<StockLine> found = rows.page(merchantId, lowOnly, after, limit + 1);
        return found.size() <= limit
                ? new Slice<>(found, null)
                : new Slice<>(
                        found.subList(0, limit), found.get(limit - 1).skuId().toString());
    }

    @Connectable
    public GoodsTally tally(UUID merchantId) {
        return rows.tally(merchantId, COUNT_MAX);
    }
}
