package terrace.web.shipping;

import java.util.List;

/**
 * What to gather now.
 *
 * @param at when the list was made, since paper grows old
 * @param byRegion whether groups are where it goes, or where it comes from
 * @param more whether there are more orders than one list holds
 */
record PickingPage(
        String merchant, String at, boolean byRegion, int orders, boolean more, int ordersMax, List<Group> groups) {

    /** A sheet of paper: all that comes from one village, or all that goes to one province. */
    record Group(String place, List<Sum> sums, List<Line> lines) {}

    /** So many of a SKU in all. */
    record Sum(String title, String sku, String code, int quantity) {}

    /** A line of an order; whom for is masked, for paper lies about. */
    record Line(String order, String to, String by, boolean late, List<String> goods) {}
}
