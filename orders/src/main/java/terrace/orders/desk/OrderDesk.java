package terrace.orders.desk;

import io.micronaut.data.connection.annotation.Connectable;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.clock.Clock;
import terrace.orders.parcels.Parcel;
import terrace.orders.parcels.Parcels;
import terrace.orders.purchases.Order;
import terrace.orders.purchases.OrderSlice;
import terrace.orders.purchases.Purchases;

/** A merchant's orders as work to be done. */
@Singleton
public class OrderDesk {
    /** Nobody needs to know how many more than a hundred there are, and counting them takes time. */
    public static final int COUNT_MAX = 100;

    /** So many orders are gathered for at once. */
    public static final int GATHERED_MAX = 500;

    private final DeskRows rows;
    private final Purchases purchases;
    private final Parcels parcels;
    private final Clock clock;

    OrderDesk(DeskRows rows, Purchases purchases, Parcels parcels, Clock clock) {
        this.rows = rows;
        this.purchases = purchases;
        this.parcels = parcels;
        this.clock = clock;
    }

    @Connectable
    public Tally tally(UUID merchantId) {
        Instant tomorrow = clock.today().plusDays(1).atStartOfDay(Clock.ZONE).toInstant();
        return rows.tally(merchantId, tomorrow, COUNT_MAX);
    }

    /**
     * A merchant's orders; what is to be sent by its deadline, the latest first, all else the newest first.
     *
     * @param province two digits of where they go, null for anywhere
     * @param after number of the order before the first one wanted
     */
    @Connectable
    public OrderSlice orders(
            UUID merchantId, OrderFilter filter, @Nullable String province, @Nullable String after, int limit) {
        List<String> numbers = rows.numbers(merchantId, filter, province, after, limit + 1);
        boolean more = numbers.size() > limit;
        List<String> page = more ? numbers.subList(0, limit) : numbers;
        return new OrderSlice(purchases.ordersOfMerchant(merchantId, page), more ? page.getLast() : null);
    }

    /**
     * Orders not sent yet that were sold before a harvest; who paid last is first, since others are served before.
     *
     * @param day the buyers were told
     */
    @Connectable
    public List<Order> soldEarly(UUID merchantId, UUID skuId, LocalDate day, int limit) {
        return purchases.ordersOfMerchant(merchantId, rows.soldEarly(merchantId, skuId, day, limit));
    }

    /**
     * What is to be gathered now: orders to be sent, the most urgent first, at most {@link #GATHERED_MAX}. What waits
     * for its harvest is not to be had yet.
     */
    @Connectable
    public List<Order> toGather(UUID merchantId) {
        Instant due = clock.now().plus(Purchases.SHIP_WITHIN);
        return purchases
                .ordersOfMerchant(merchantId, rows.numbers(merchantId, OrderFilter.TO_SHIP, null, null, GATHERED_MAX))
                .stream()
                .filter(order -> order.shipBy() == null || !order.shipBy().isAfter(due))
                .toList();
    }

    /** How many pieces of each line of these orders are not sent yet: by order, then by the line's position. */
    @Connectable
    public Map<UUID, SortedMap<Integer, Integer>> left(List<Order> orders) {
        Map<UUID, List<Parcel>> sent =
                parcels.ofOrders(orders.stream().map(Order::id).toList());
        Map<UUID, SortedMap<Integer, Integer>> left = new HashMap<>();
        orders.forEach(order ->
                left.put(order.id(), Parcels.left(order.lines(), sent.getOrDefault(order.id(), List.of()))));
        return left;
    }
}
