package terrace.web.buying;

import java.util.HashSet;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.money.Money;
import terrace.orders.checkout.Extras;
import terrace.web.pages.Form;

/**
 * What a member has chosen at the till.
 *
 * @param coupons null before anything was chosen: then those that save most
 * @param form what was typed, and what of it has to be mended
 */
record CheckoutChoice(
        UUID purchase, @Nullable UUID address, @Nullable Set<UUID> coupons, long points, long donationFen, Form form) {

    static final String COUPON = "coupon-";
    private static final int POINTS_DIGITS_MAX = 9;

    static CheckoutChoice first(@Nullable UUID address) {
        return new CheckoutChoice(Ids.next(), address, null, 0, 0, Form.EMPTY);
    }

    static CheckoutChoice of(Map<String, String> typed) {
        Set<UUID> coupons = new HashSet<>();
        typed.forEach((name, value) -> {
            if (name.startsWith(COUPON) && coupons.size() < Extras.COUPONS_MAX) {
                Ids.read(value).ifPresent(coupons::add);
            }
        });
        Form form = Form.of(typed);
        long points = points(form.value("points").strip());
        if (points < 0) {
            form = form.with("points", "buying.points.wrong");
        }
        long donation = typed.containsKey("donate") ? donation(form.value("donation")) : 0;
        if (donation < 0) {
            form = form.with("donation", "buying.donation.wrong");
        }
        return new CheckoutChoice(
                Ids.read(typed.get("purchase")).orElseGet(Ids::next),
                Ids.read(typed.getOrDefault("address", typed.get("known-address")))
                        .orElse(null),
                coupons,
                Math.max(0, points),
                Math.max(0, donation),
                form);
    }

    boolean wrong() {
        return !form.errors().isEmpty();
    }

    Extras extras() {
        return new Extras(coupons == null ? Set.of() : coupons, points, donationFen);
    }

    /** None where nothing was typed; -1 where it is no number of points. */
    private static long points(String text) {
        if (text.isEmpty()) {
            return 0;
        }
        long points = text.matches("\\d{1," + POINTS_DIGITS_MAX + "}") ? Long.parseLong(text) : -1;
        return points <= Extras.POINTS_MAX ? points : -1;
    }

    private static long donation(String text) {
        OptionalLong fen = Money.fen(text);
        return fen.isPresent() && fen.getAsLong() > 0 && fen.getAsLong() <= Extras.DONATION_FEN_MAX
                ? fen.getAsLong()
                : -1;
    }
}
