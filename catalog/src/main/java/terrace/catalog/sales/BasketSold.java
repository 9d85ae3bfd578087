package terrace.catalog.sales;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import terrace.marketplace.events.Event;
import terrace.marketplace.events.EventName;

/**
 * Goods were paid for together.
 *
 * @param basketId the purchase
 * @param provinceCode where they go, two digits
 * @param listingIds each once
 */
@Serdeable
@EventName("basket.sold")
public record BasketSold(UUID basketId, UUID memberId, String provinceCode, List<UUID> listingIds, Instant at)
        implements Event {}
