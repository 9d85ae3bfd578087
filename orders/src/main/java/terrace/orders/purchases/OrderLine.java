package terrace.orders.purchases;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line as it was when it was bought: a copy, so that later changes of the listing change nothing here.
 *
 * @param grams of one unit
 * @param lots where the goods came from, as far as it was said when they were sent
 * @param vatKind the name of the VAT kind the merchant had declared
 * @param priceFen of one unit
 * @param amountFen price × quantity
 * @param discountFen what of it the merchant gave away
 * @param subsidyFen what of it others than buyer and merchant bear
 * @param shares who bears what of the two
 * @param shipsFrom where it was sold before the harvest, the day it is sent from
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
        List<LotShare> lots,
        String vatKind,
        long priceFen,
        int quantity,
        long amountFen,
        long discountFen,
        long subsidyFen,
        List<LineShare> shares,
        @Nullable LocalDate shipsFrom) {

    /** What the buyer paid for it. */
    public long cashFen() {
        return amountFen - discountFen - subsidyFen;
    }
}
