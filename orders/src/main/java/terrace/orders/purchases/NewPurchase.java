package terrace.orders.purchases;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A purchase about to be written: prices decided, ids and numbers minted. Money in fen. */
public record NewPurchase(UUID id, UUID memberId, DeliveryAddress deliverTo, List<NewOrder> orders) {

    /** One merchant's part. */
    public record NewOrder(
            UUID id, String number, UUID merchantId, long freightFen, int commissionBasisPoints, List<NewLine> lines) {

        long goodsFen() {
            return lines.stream().mapToLong(NewLine::amountFen).reduce(0, Math::addExact);
        }
    }

    /**
     * One SKU as it is promised.
     *
     * @param shipsFrom where it is sold before the harvest, the day it is sent from
     */
    public record NewLine(
            UUID skuId,
            UUID listingId,
            String title,
            String skuName,
            long grams,
            String countyCode,
            String motif,
            String vatKind,
            long priceFen,
            int quantity,
            @Nullable LocalDate shipsFrom) {

        long amountFen() {
            return Math.multiplyExact(priceFen, quantity);
        }
    }

    long goodsFen() {
        return orders.stream().mapToLong(NewOrder::goodsFen).reduce(0, Math::addExact);
    }

    long freightFen() {
        return orders.stream().mapToLong(NewOrder::freightFen).reduce(0, Math::addExact);
    }
}
