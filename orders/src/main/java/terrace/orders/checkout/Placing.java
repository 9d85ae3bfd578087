package terrace.orders.checkout;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import terrace.catalog.flashsales.WaitingLines;
import terrace.catalog.stock.Holding;
import terrace.catalog.stock.Stock;
import terrace.catalog.stock.Wish;
import terrace.marketplace.database.Plans;
import terrace.marketplace.merchants.Merchant;
import terrace.marketplace.merchants.Merchants;
import terrace.orders.cart.Carts;
import terrace.orders.checkout.Placement.ShortLine;
import terrace.orders.promotions.Benefits;
import terrace.orders.purchases.OrderBook;

/**
 * Places purchases of many members within one transaction.
 *
 * <p>Lock order: the purchases' rows (by writing them, by id), then coupons and points, then SKUs by id (in
 * {@link Stock#holdAll}), then buckets of pledged stock; the stock rows that others wait for are locked last and
 * shortest.
 *
 * <p>It is a hot path: ten round trips and the commit, whatever the number of members, lines and merchants: how to
 * plan, what the {@link Counter} asks, purchases (one statement with their orders and lines), events, stock, carts
 * again.
 */
@Singleton
class Placing {

    /** Stock's own clearing of old holds must never overtake the purchase's lapse, or a payment in its last second. */
    private static final Duration HOLD_GRACE = Duration.ofMinutes(30);

    private final Plans plans;
    private final Counter counter;
    private final Merchants merchants;
    private final OrderBook book;
    private final Stock stock;
    private final WaitingLines lines;
    private final Benefits benefits;
    private final Carts carts;

    Placing(
            Plans plans,
            Counter counter,
            Merchants merchants,
            OrderBook book,
            Stock stock,
            WaitingLines lines,
            Benefits benefits,
            Carts carts) {
        this.plans = plans;
        this.counter = counter;
        this.merchants = merchants;
        this.book = book;
        this.stock = stock;
        this.lines = lines;
        this.benefits = benefits;
        this.carts = carts;
    }

    /**
     * How it went.
     *
     * @param refused by purchase; nothing was placed of these
     * @param spoilt some of them were refused after they were written: the transaction must be rolled back, and the
     *     others placed anew
     */
    record Round(Map<UUID, Placement> refused, boolean spoilt) {}

    /** @param wishes of each member one at most, the first come first */
    Round place(List<PlaceOrder> wishes, LocalDate day) {
        plans.keep();
        Counter.Laid laid = counter.lay(wishes, day);
        Map<UUID, Placement> refused = new HashMap<>(laid.refused());
        if (laid.sales().isEmpty()) {
            return new Round(refused, false);
        }
        Map<UUID, Instant> payBy = write(laid.sales());
        List<Sale> sales = new ArrayList<>();
        for (Sale sale : laid.sales()) {
            if (payBy.containsKey(sale.purchaseId())) {
                sales.add(sale);
            } else {
                refused.put(sale.purchaseId(), new Placement.NotYours());
            }
        }
        if (sales.isEmpty()) {
            return new Round(refused, false);
        }
        Map<UUID, Placement> spoiling = freeze(sales);
        if (spoiling.isEmpty()) {
            Instant first = payBy.values().stream().min(Instant::compareTo).orElseThrow();
            spoiling = hold(sales, first.plus(HOLD_GRACE));
        }
        if (spoiling.isEmpty()) {
            carts.bought(sales.stream()
                    .collect(Collectors.toMap(
                            Sale::memberId, sale -> sale.basket().wanted().keySet())));
        }
        refused.putAll(spoiling);
        return new Round(refused, !spoiling.isEmpty());
    }

    /** How many can be bought now: at a campaign's price while one holds. */
    long pieces(UUID skuId) {
        return stock.onSale(Set.of(skuId)).getOrDefault(skuId, 0L);
    }

    private Map<UUID, Instant> write(List<Sale> sales) {
        Set<UUID> merchantIds = sales.stream()
                .flatMap(sale -> sale.basket().merchantIds().stream())
                .collect(Collectors.toSet());
        Map<UUID, Merchant> known = merchants.byIds(merchantIds);
        return book.writeAll(sales.stream().map(sale -> sale.purchase(known)).toList());
    }

    private Map<UUID, Placement> freeze(List<Sale> sales) {
        Map<UUID, Placement> refused = new HashMap<>();
        for (Sale sale : sales) {
            long off = sale.off().offFen();
            if (off > 0
                    && !benefits.freeze(
                            sale.memberId(),
                            sale.purchaseId(),
                            sale.off().offs(),
                            sale.off().points())) {
                // Another purchase took them at this moment: without them it costs what it costs.
                long shown = sale.wish().expectedTotalFen();
                refused.put(sale.purchaseId(), new Placement.PriceChanged(shown, shown + off));
            }
        }
        return refused;
    }

    private Map<UUID, Placement> hold(List<Sale> sales, Instant until) {
        claim(sales);
        LinkedHashMap<UUID, Wish> wishes = new LinkedHashMap<>();
        Map<UUID, Sale> byId = new HashMap<>();
        for (Sale sale : sales) {
            Basket basket = sale.basket();
            byId.put(sale.purchaseId(), sale);
            wishes.put(
                    sale.purchaseId(),
                    new Wish(basket.quantities(), sale.wish().early(), basket.buckets(), sale.memberId()));
        }
        Map<UUID, Placement> refused = new HashMap<>();
        stock.holdAll(wishes, until).forEach((purchaseId, holding) -> {
            Basket basket = Objects.requireNonNull(byId.get(purchaseId)).basket();
            switch (holding) {
                case Holding.Held() -> {
                    // answered only for those who do not get theirs
                }
                case Holding.Lacking lacking ->
                    refused.put(purchaseId, new Placement.SoldOut(lacking(basket, lacking)));
                case Holding.Capped capped -> {
                    UUID first = capped.caps().keySet().iterator().next();
                    long cap = Objects.requireNonNull(capped.caps().get(first));
                    refused.put(purchaseId, new Placement.AboveCap(first, cap));
                }
            }
        });
        return refused;
    }

    /** Takes up the places that are kept for members in flash sales. */
    private void claim(List<Sale> sales) {
        Map<UUID, Set<UUID>> flashes = new HashMap<>();
        Set<UUID> buckets = new HashSet<>();
        Set<UUID> ordinary = new TreeSet<>();
        for (Sale sale : sales) {
            Basket basket = sale.basket();
            Map<UUID, UUID> pledged = basket.buckets();
            if (!basket.flashes().isEmpty()) {
                flashes.put(sale.memberId(), basket.flashes());
            }
            buckets.addAll(pledged.values());
            basket.wanted().keySet().stream()
                    .filter(skuId -> !pledged.containsKey(skuId))
                    .forEach(ordinary::add);
        }
        if (!flashes.isEmpty()) {
            lines.claimAll(flashes, buckets, () -> ordinary.forEach(stock::lockOnHand));
        }
    }

    /** Stock names the first SKU it lacks; people want to hear of all at once. */
    private List<ShortLine> lacking(Basket basket, Holding.Lacking first) {
        Map<UUID, Long> left = new HashMap<>();
        if (basket.wanted().size() > 1) {
            left.putAll(stock.onSale(basket.wanted().keySet()));
        }
        left.put(first.skuId(), first.available());
        List<ShortLine> missing = new ArrayList<>();
        basket.wanted().forEach((skuId, quantity) -> {
            long available = Math.max(0, left.getOrDefault(skuId, 0L));
            if (available < quantity) {
                missing.add(Counter.shortLine(basket.offer(skuId), quantity, available));
            }
        });
        return missing;
    }
}
