package terrace.orders.checkout;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.orders.pricing.GroupFreight;
import terrace.orders.pricing.PricedGroup;

/**
 * What the cart would cost if it were placed now. Money in fen.
 *
 * @param addressId the address it was reckoned for; null when the member has none of that id
 */
public record Quote(@Nullable UUID addressId, List<PricedGroup> groups) {

    public long goodsFen() {
        return groups.stream().mapToLong(PricedGroup::goodsFen).reduce(0, Math::addExact);
    }

    public long freightFen() {
        return groups.stream().mapToLong(PricedGroup::freightFen).reduce(0, Math::addExact);
    }

    public long totalFen() {
        return Math.addExact(goodsFen(), freightFen());
    }

    /** Whether there is something to place and all of it can be delivered. */
    public boolean placeable() {
        return !groups.isEmpty() && groups.stream().allMatch(group -> group.freight() instanceof GroupFreight.Charged);
    }
}
