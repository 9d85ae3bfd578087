package terrace.web.shipping;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What to gather now.
 *
 * @param at when the list was made, since paper grows old
 * @param by what groups are
 * @param more whether there are more orders than one list holds
 */
record PickingPage(String merchant, String at, By by, int orders, boolean more, int ordersMax, List<Group> groups) {

    /** A sheet of paper: all that comes from one village, goes to one province, or goes with one courier. */
    record Group(String place, List<Sum> sums, List<Line> lines) {}

    /** So many of a SKU in all. */
    record Sum(String title, String sku, String code, int quantity) {}

    /**
     * A line of an order; whom for is masked, for paper lies about.
     *
     * @param guessed its courier is only who carried the last parcel there
     */
    record Line(String order, String to, String by, boolean late, boolean guessed, List<String> goods) {}

    /** How a list is sorted; stands in small letters in its address. */
    enum By {
        VILLAGE,
        REGION,
        COURIER;

        static By of(@Nullable String name) {
            return Arrays.stream(values())
                    .filter(by -> by.slug().equals(name))
                    .findFirst()
                    .orElse(VILLAGE);
        }

        String slug() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
