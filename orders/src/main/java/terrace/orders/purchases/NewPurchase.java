package terrace.orders.purchases;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.orders.ledger.Bearer;
import terrace.orders.payment.PayableOutcome.Gift;

/**
 * A purchase about to be written: prices decided, ids and numbers minted. Money in fen.
 *
 * @param gift what the member gives to a charity beside it; null for nothing
 */
public record NewPurchase(
        UUID id,
        UUID memberId,
        DeliveryAddress deliverTo,
        List<NewOrder> orders,
        @Nullable Gift gift) {

    /** One merchant's part. */
    public record NewOrder(
            UUID id, String number, UUID merchantId, long freightFen, int commissionBasisPoints, List<NewLine> lines) {

        long goodsFen() {
            return lines.stream().mapToLong(NewLine::amountFen).reduce(0, Math::addExact);
        }

        long discountFen() {
            return lines.stream().mapToLong(NewLine::discountFen).reduce(0, Math::addExact);
        }

        long subsidyFen() {
            return lines.stream().mapToLong(NewLine::subsidyFen).reduce(0, Math::addExact);
        }
    }

    /**
     * One SKU as it is promised.
     *
     * @param shares what of it the buyer does not pay
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
            List<LineShare> shares,
            @Nullable LocalDate shipsFrom) {

        long amountFen() {
            return Math.multiplyExact(priceFen, quantity);
        }

        long discountFen() {
            return borne(true);
        }

        long subsidyFen() {
            return borne(false);
        }

        private long borne(boolean byMerchant) {
            return shares.stream()
                    .filter(share -> (share.bearer() == Bearer.MERCHANT) == byMerchant)
                    .mapToLong(LineShare::fen)
                    .reduce(0, Math::addExact);
        }
    }

    long goodsFen() {
        return orders.stream().mapToLong(NewOrder::goodsFen).reduce(0, Math::addExact);
    }

    long discountFen() {
        return orders.stream().mapToLong(NewOrder::discountFen).reduce(0, Math::addExact);
    }

    long subsidyFen() {
        return orders.stream().mapToLong(NewOrder::subsidyFen).reduce(0, Math::addExact);
    }

    long freightFen() {
        return orders.stream().mapToLong(NewOrder::freightFen).reduce(0, Math::addExact);
    }
}
