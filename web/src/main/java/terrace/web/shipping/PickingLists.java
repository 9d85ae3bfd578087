package terrace.web.shipping;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import terrace.catalog.listings.Listing;
import terrace.catalog.listings.Listings;
import terrace.catalog.listings.Sku;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.merchants.Merchant;
import terrace.marketplace.regions.Regions;
import terrace.orders.desk.OrderDesk;
import terrace.orders.purchases.Order;
import terrace.orders.purchases.OrderLine;
import terrace.orders.shipments.Carrier;
import terrace.orders.shipments.Carriers;
import terrace.web.buying.Sights;
import terrace.web.pages.Language;
import terrace.web.pages.Words;
import terrace.web.shipping.PickingPage.By;
import terrace.web.shipping.PickingPage.Group;
import terrace.web.shipping.PickingPage.Line;
import terrace.web.shipping.PickingPage.Sum;
import terrace.web.signin.Visitor;

/** Sorts what is to be sent by the place it is fetched from, by the province it goes to, or by who carries it. */
@Singleton
class PickingLists {
    private static final int PROVINCE_DIGITS = 2;

    private final OrderDesk desk;
    private final Carriers carriers;
    private final Words words;
    private final Listings listings;
    private final Regions regions;
    private final Sights sights;
    private final Clock clock;

    PickingLists(
            OrderDesk desk,
            Carriers carriers,
            Listings listings,
            Regions regions,
            Sights sights,
            Words words,
            Clock clock) {
        this.carriers = carriers;
        this.words = words;
        this.desk = desk;
        this.listings = listings;
        this.regions = regions;
        this.sights = sights;
        this.clock = clock;
    }

    PickingPage of(Visitor visitor, Merchant merchant, By by) {
        List<Order> orders = desk.toGather(merchant.id());
        Map<UUID, SortedMap<Integer, Integer>> left = desk.left(orders);
        Set<UUID> goods = orders.stream()
                .flatMap(order -> order.lines().stream())
                .map(OrderLine::listingId)
                .collect(Collectors.toSet());
        Map<UUID, Listing> known = goods.isEmpty() ? Map.of() : listings.byIds(goods);
        Map<String, Carrier> carriers = by == By.COURIER ? this.carriers.of(merchant.id(), orders) : Map.of();
        Function<Wanted, String> place =
                switch (by) {
                    case VILLAGE -> wanted -> origin(wanted.line(), known);
                    case REGION -> wanted -> province(wanted.order().deliverTo().countyCode());
                    case COURIER ->
                        wanted -> courier(
                                visitor.language(), carriers.get(wanted.order().number()));
                };
        Map<String, List<Wanted>> groups = orders.stream()
                .flatMap(order -> wanted(order, left.getOrDefault(order.id(), Collections.emptySortedMap())))
                .collect(Collectors.groupingBy(place, TreeMap::new, Collectors.toList()));
        return new PickingPage(
                merchant.name(),
                sights.time(clock.now()),
                by,
                orders.size(),
                orders.size() == OrderDesk.GATHERED_MAX,
                OrderDesk.GATHERED_MAX,
                groups.entrySet().stream()
                        .map(group -> new Group(
                                group.getKey(),
                                sums(group.getValue(), known),
                                lines(visitor, group.getValue(), carriers)))
                        .toList());
    }

    /** A line of an order with its order, and how many of it are to be sent. */
    private record Wanted(Order order, OrderLine line, int pieces) {

        String words() {
            return line.title() + " " + line.skuName() + " × " + pieces;
        }
    }

    private static Stream<Wanted> wanted(Order order, SortedMap<Integer, Integer> left) {
        return order.lines().stream()
                .filter(line -> left.containsKey(line.position()))
                .map(line -> new Wanted(order, line, left.getOrDefault(line.position(), 0)));
    }

    private String courier(Language language, @Nullable Carrier carrier) {
        if (carrier == null) {
            return words.say(language, "desk.picking.courier.none");
        }
        return language.english()
                ? carrier.courier().nameEn()
                : carrier.courier().nameZh();
    }

    private String province(String countyCode) {
        String code = countyCode.substring(0, PROVINCE_DIGITS);
        return regions.provinces().stream()
                .filter(province -> province.code().startsWith(code))
                .map(province -> province.name())
                .findFirst()
                .orElse(code);
    }

    /** County and village of the listing; the county as it was sold where the listing is gone. */
    private String origin(OrderLine line, Map<UUID, Listing> known) {
        String village = Optional.ofNullable(known.get(line.listingId()))
                .map(Listing::village)
                .orElse("");
        return (regions.path(line.countyCode()) + " " + village).strip();
    }

    private static List<Sum> sums(List<Wanted> group, Map<UUID, Listing> known) {
        Map<UUID, List<Wanted>> bySku = group.stream()
                .collect(Collectors.groupingBy(wanted -> wanted.line().skuId()));
        return bySku.values().stream()
                .map(of -> sum(of, known.get(of.getFirst().line().listingId())))
                .sorted(Comparator.comparing(Sum::title).thenComparing(Sum::sku))
                .toList();
    }

    private static Sum sum(List<Wanted> of, @Nullable Listing listing) {
        OrderLine line = of.getFirst().line();
        String code = listing == null
                ? ""
                : listing.skus().stream()
                        .filter(sku -> sku.id().equals(line.skuId()))
                        .map(Sku::code)
                        .findFirst()
                        .orElse("");
        return new Sum(
                line.title(),
                line.skuName(),
                code,
                of.stream().mapToInt(Wanted::pieces).sum());
    }

    private List<Line> lines(Visitor visitor, List<Wanted> group, Map<String, Carrier> carriers) {
        Map<String, List<Wanted>> byOrder = new java.util.LinkedHashMap<>();
        List<Order> orders = new ArrayList<>();
        for (Wanted wanted : group) {
            if (!byOrder.containsKey(wanted.order().number())) {
                orders.add(wanted.order());
            }
            byOrder.computeIfAbsent(wanted.order().number(), unseen -> new ArrayList<>())
                    .add(wanted);
        }
        return sights.orders(visitor, orders).stream()
                .map(sight -> new Line(
                        sight.number(),
                        sight.maskedTo(),
                        sight.due() == null ? "" : sight.due().at(),
                        sight.due() != null && sight.due().late(),
                        Optional.ofNullable(carriers.get(sight.number()))
                                .filter(carrier -> !carrier.chosen())
                                .isPresent(),
                        byOrder.getOrDefault(sight.number(), List.of()).stream()
                                .map(Wanted::words)
                                .toList()))
                .toList();
    }
}
