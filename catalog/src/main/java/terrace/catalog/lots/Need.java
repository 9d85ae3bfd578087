package terrace.catalog.lots;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Goods about to be sent, which came from some lot.
 *
 * @param reference what they are sent for, such as a line of an order; the same reference is served once
 * @param grams of one piece
 * @param lotId the lot the merchant says they are from; null for the one harvested first that has some left
 * @param beyond whether the merchant says so although the lot has not that much left
 */
public record Need(
        String reference,
        UUID listingId,
        UUID skuId,
        long grams,
        long quantity,
        @Nullable UUID lotId,
        boolean beyond) {}
