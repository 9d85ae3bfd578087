package terrace.orders.checkout;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A member's word that this is to be bought.
 *
 * @param purchaseId minted when the form was shown, so that sending it twice is the same purchase
 * @param skuIds which lines of the cart the page offered; quantities are the cart's
 * @param expectedTotalFen what the page showed; only compared, never charged
 */
public record PlaceOrder(
        UUID purchaseId, UUID memberId, @Nullable UUID addressId, Set<UUID> skuIds, long expectedTotalFen) {

    public PlaceOrder {
        skuIds = Set.copyOf(skuIds);
    }
}
