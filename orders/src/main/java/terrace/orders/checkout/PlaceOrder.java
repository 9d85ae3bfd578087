package terrace.orders.checkout;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A member's word that this is to be bought.
 *
 * @param purchaseId minted when the form was shown, so that sending it twice is the same purchase
 * @param skuIds which lines of the cart the page offered; quantities are the cart's
 * @param early of those bought before the harvest, the day the page said they are sent from
 * @param extras coupons, points and a donation
 * @param expectedTotalFen what the page showed as due; only compared, never charged
 */
public record PlaceOrder(
        UUID purchaseId,
        UUID memberId,
        @Nullable UUID addressId,
        Set<UUID> skuIds,
        Map<UUID, LocalDate> early,
        Extras extras,
        long expectedTotalFen) {

    public PlaceOrder {
        skuIds = Set.copyOf(skuIds);
        early = Map.copyOf(early);
    }

    /** At full price. */
    public PlaceOrder(
            UUID purchaseId,
            UUID memberId,
            @Nullable UUID addressId,
            Set<UUID> skuIds,
            Map<UUID, LocalDate> early,
            long expectedTotalFen) {
        this(purchaseId, memberId, addressId, skuIds, early, Extras.NONE, expectedTotalFen);
    }

    /** Of goods that are there. */
    public PlaceOrder(
            UUID purchaseId, UUID memberId, @Nullable UUID addressId, Set<UUID> skuIds, long expectedTotalFen) {
        this(purchaseId, memberId, addressId, skuIds, Map.of(), expectedTotalFen);
    }
}
