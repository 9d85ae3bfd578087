package terrace.web.merchant;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.filters.SavedFilter;
import terrace.marketplace.filters.SavedFilters;
import terrace.marketplace.merchants.Merchant;
import terrace.orders.desk.OrderDesk;
import terrace.orders.desk.OrderFilter;
import terrace.orders.desk.Tally;
import terrace.orders.purchases.OrderSlice;
import terrace.web.buying.OrderSight;
import terrace.web.buying.Sights;
import terrace.web.pages.Provinces;
import terrace.web.signin.Visitor;

/** A merchant's list of orders, by state and by where they go. */
@Singleton
class OrderLists {
    private static final int ORDERS_SHOWN = 20;

    private final OrderDesk desk;
    private final SavedFilters filters;
    private final Sights sights;

    OrderLists(OrderDesk desk, SavedFilters filters, Sights sights) {
        this.desk = desk;
        this.filters = filters;
        this.sights = sights;
    }

    OrdersPage page(
            Visitor visitor,
            Merchant merchant,
            @Nullable String state,
            @Nullable String province,
            @Nullable String after,
            @Nullable String kept) {
        OrderFilter wanted = Arrays.stream(OrderFilter.values())
                .filter(known -> known.name().equals(state))
                .findFirst()
                .orElse(OrderFilter.TO_SHIP);
        String to = province != null && Provinces.CODES.contains(province) ? province : null;
        OrderSlice slice = desk.orders(merchant.id(), wanted, to, after, ORDERS_SHOWN);
        Tally tally = desk.tally(merchant.id());
        String query = "state=" + wanted.name() + (to == null ? "" : "&province=" + to);
        String here = "/merchant/orders?" + query;
        return new OrdersPage(
                merchant.name(),
                sights.orders(visitor, slice.orders()),
                Arrays.stream(OrderFilter.values())
                        .map(each -> new Tab(each.name(), count(each, tally), each == wanted))
                        .toList(),
                wanted.name(),
                to == null ? "" : to,
                wanted == OrderFilter.TO_SHIP || wanted == OrderFilter.LATE,
                new KeptFilters(
                        "/merchant/orders/filters",
                        "/merchant/orders",
                        filters.of(visitor.memberId(), SavedFilter.Place.ORDERS),
                        List.of(
                                new KeptFilters.Asked("state", wanted.name()),
                                new KeptFilters.Asked("province", to == null ? "" : to)),
                        KeptFilters.problem(kept)),
                slice.nextAfter() == null ? null : here + "&after=" + slice.nextAfter(),
                after == null ? null : here);
    }

    /** Only of what asks to be done; nobody waits for the number of all that ever was. */
    private static @Nullable String count(OrderFilter filter, Tally tally) {
        return switch (filter) {
            case TO_SHIP -> DeskPage.Tile.text(tally.toShip());
            case LATE -> DeskPage.Tile.text(tally.late());
            case SHIPPED -> DeskPage.Tile.text(tally.shipped());
            case ACCEPTED, CANCELLED, AWAITING_PAYMENT -> null;
        };
    }

    /** @param state words are at {@code desk.state.<state>} */
    record Tab(String state, @Nullable String count, boolean chosen) {}

    /**
     * @param province two digits, empty for anywhere
     * @param toShip whether it is about what is to be sent
     */
    record OrdersPage(
            String merchant,
            List<OrderSight> orders,
            List<Tab> tabs,
            String state,
            String province,
            boolean toShip,
            KeptFilters kept,
            @Nullable String next,
            @Nullable String first) {}
}
