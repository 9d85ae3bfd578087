package terrace.web.buying;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.addresses.Address;
import terrace.orders.cart.CartLine;
import terrace.web.pages.Form;

/**
 * What the till shows. Money in fen.
 *
 * @param skus the SKUs the page offers, joined by commas, for the form
 * @param perishable whether the seven-day return is excluded for some of it
 * @param early of those sold before the harvest, id and day, joined by commas, for the form
 * @param form what was typed, and what has to be mended
 * @param ways the channels by which to pay, the usual one first
 * @param zone by SKU, what the terms of its zone have against it
 * @param problem key of a sentence, with old and new sum as its parameters
 */
record CheckoutPage(
        UUID purchase,
        List<AddressChoice> addresses,
        List<Group> groups,
        Map<UUID, String> pictures,
        Sums sums,
        Offers offers,
        boolean placeable,
        boolean perishable,
        boolean cartEmpty,
        String skus,
        String early,
        Form form,
        List<String> ways,
        Map<UUID, String> zone,
        @Nullable String problem,
        String shown,
        String now) {

    record AddressChoice(Address address, String place, boolean chosen) {}

    /** @param freightFen null where there is no address yet, or goods do not go there */
    record Group(
            String merchant, List<CartLine> lines, @Nullable Long freightFen, boolean delivered, long totalFen) {}

    /** Every sum the total is made of. */
    record Sums(long goodsFen, long freightFen, List<Off> offs, long pointsFen, long donationFen, long dueFen) {}

    /** What a coupon takes off. */
    record Off(String title, long fen) {}

    /**
     * What can be laid down.
     *
     * @param places where one coupon each can be chosen
     * @param unfit coupons that fit nowhere here, with the reason
     * @param pointsMax how many points could be used now
     * @param charity whom a donation would go to; null where there is nobody
     * @param project what it would be for; null for the charity's work as a whole
     */
    record Offers(
            List<Place> places,
            List<Option> unfit,
            long pointsBalance,
            long pointsMax,
            String pointsMaxYuan,
            long points,
            @Nullable String charity,
            @Nullable String project,
            String donation,
            boolean donate) {}

    /**
     * One coupon, or none.
     *
     * @param name of the radio buttons
     * @param title key of its heading
     * @param merchant whose, for a merchant's coupons
     */
    record Place(String name, String title, String merchant, boolean none, List<Option> options) {}

    /**
     * A coupon.
     *
     * @param fit how it fits: applied, instead, below, goods, taken or nothing; words at {@code buying.coupon.fit}
     * @param threshold what its goods must come to, in yuan; null where there is no such sum
     * @param sum what it takes off, or what lacks, in yuan
     */
    record Option(
            UUID id,
            String title,
            long faceFen,
            @Nullable String threshold,
            int coverPercent,
            String until,
            String fit,
            String sum,
            boolean chosen) {}
}
