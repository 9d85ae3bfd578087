package terrace.orders.purchases;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line as it was when it was bought: a copy, so that later changes of the listing change nothing here.
 *
 * @param grams of one unit
 * @param lotId the batch the goods came from, known once it is packed
 * @param vatKind the name of the VAT kind the merchant had declared
 * @param priceFen of one unit
 * @param amountFen price × quantity
 */
public record OrderLine(
        UUID orderId,
        int position,
        UUID skuId,
        UUID listingId,
        String title,
        String skuName,
        long grams,
        String countyCode,
        String motif,
        @Nullable UUID lotId,
        String vatKind,
        long priceFen,
        int quantity,
        long amountFen) {}
