package terrace.web.buying;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.addresses.Address;
import terrace.orders.cart.CartLine;

/**
 * What the till shows.
 *
 * @param skus the SKUs the page offers, joined by commas, for the form
 * @param perishable whether the seven-day return is excluded for some of it
 * @param early of those sold before the harvest, id and day, joined by commas, for the form
 * @param problem key of a sentence, with old and new sum as its parameters
 */
record CheckoutPage(
        UUID purchase,
        List<AddressChoice> addresses,
        List<Group> groups,
        Map<UUID, String> pictures,
        long goodsFen,
        long freightFen,
        long totalFen,
        boolean placeable,
        boolean perishable,
        boolean cartEmpty,
        String skus,
        String early,
        @Nullable String problem,
        String shown,
        String now) {

    record AddressChoice(Address address, String place, boolean chosen) {}

    /** @param freightFen null where there is no address yet, or goods do not go there */
    record Group(
            String merchant, List<CartLine> lines, @Nullable Long freightFen, boolean delivered, long totalFen) {}
}
