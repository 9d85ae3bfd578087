package terrace.web.buying;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.merchants.Merchant;
import terrace.marketplace.merchants.Merchants;
import terrace.marketplace.regions.Regions;
import terrace.orders.fulfilment.Courier;
import terrace.orders.purchases.DeliveryAddress;
import terrace.orders.purchases.LineShare;
import terrace.orders.purchases.Order;
import terrace.orders.purchases.OrderLine;
import terrace.orders.purchases.OrderState;
import terrace.orders.purchases.Shipment;
import terrace.web.pages.ListingPicture;
import terrace.web.signin.Visitor;

/** Turns orders into what pages show, several at a time so that names are fetched together. */
@Singleton
public class Sights {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(Clock.ZONE);

    private static final int PHONE_HEAD = 3;
    private static final int PHONE_TAIL = 4;

    private final Merchants merchants;
    private final Regions regions;
    private final Clock clock;

    Sights(Merchants merchants, Regions regions, Clock clock) {
        this.merchants = merchants;
        this.regions = regions;
        this.clock = clock;
    }

    public List<OrderSight> orders(Visitor visitor, List<Order> orders) {
        Map<UUID, Merchant> sellers =
                merchants.byIds(orders.stream().map(Order::merchantId).collect(Collectors.toSet()));
        return orders.stream()
                .map(order -> order(visitor, order, sellers.get(order.merchantId())))
                .toList();
    }

    public String time(Instant instant) {
        return TIME.format(instant);
    }

    public String place(DeliveryAddress address) {
        return (address.recipient() + " " + address.phone() + " " + regions.path(address.countyCode()) + " "
                        + address.street())
                .strip();
    }

    /** 张** 138****5678 and the county: enough to tell two parcels apart. */
    public String masked(DeliveryAddress address) {
        String name = address.recipient();
        String phone = address.phone();
        String shownName = name.isEmpty() ? "" : name.substring(0, name.offsetByCodePoints(0, 1)) + "**";
        String shownPhone = phone.length() < PHONE_HEAD + PHONE_TAIL
                ? ""
                : phone.substring(0, PHONE_HEAD) + "****" + phone.substring(phone.length() - PHONE_TAIL);
        return (shownName + " " + shownPhone + " " + regions.path(address.countyCode())).strip();
    }

    private OrderSight.@Nullable Due due(Order order) {
        Instant shipBy = order.shipBy();
        if (!order.state().toSend() || shipBy == null) {
            return null;
        }
        boolean late = shipBy.isBefore(clock.now());
        return new OrderSight.Due(
                time(shipBy), late, !late && clock.dayOf(shipBy).equals(clock.today()));
    }

    private OrderSight order(Visitor visitor, Order order, @Nullable Merchant seller) {
        return new OrderSight(
                order.number(),
                order.purchaseId(),
                seller == null ? "" : seller.name(),
                seller == null ? "" : seller.code(),
                order.state().name(),
                order.goodsFen(),
                order.freightFen(),
                order.totalFen(),
                order.discountFen() + order.subsidyFen(),
                ofCampaigns(order),
                order.cashFen(),
                place(order.deliverTo()),
                masked(order.deliverTo()),
                due(order),
                order.lines().stream().map(this::line).toList(),
                steps(order),
                order.shipment() == null ? null : travel(visitor, order.shipment()),
                order.state() == OrderState.SHIPPED);
    }

    private static long ofCampaigns(Order order) {
        return order.lines().stream()
                .flatMap(line -> line.shares().stream())
                .filter(share -> share.campaignId() != null)
                .mapToLong(LineShare::fen)
                .reduce(0, Math::addExact);
    }

    private OrderSight.Line line(OrderLine line) {
        return new OrderSight.Line(
                line.listingId(),
                line.title(),
                line.skuName(),
                regions.path(line.countyCode()),
                ListingPicture.small(line.motif(), line.countyCode(), line.listingId()),
                line.priceFen(),
                line.quantity(),
                line.amountFen(),
                line.shipsFrom() == null ? null : line.shipsFrom().toString(),
                line.lots().stream()
                        .map(lot -> new OrderSight.Origin(
                                lot.code(), lot.harvestedOn().toString(), lot.quantity()))
                        .toList());
    }

    private List<OrderSight.Step> steps(Order order) {
        List<OrderSight.Step> steps = new ArrayList<>();
        steps.add(step("placed", order.placedAt()));
        if (order.state() == OrderState.CANCELLED) {
            steps.add(step("closed", order.closedAt()));
            return List.copyOf(steps);
        }
        steps.add(step("paid", order.paidAt()));
        steps.add(step(
                "shipped", order.shipment() == null ? null : order.shipment().shippedAt()));
        steps.add(step("accepted", order.acceptedAt()));
        return List.copyOf(steps);
    }

    private OrderSight.Step step(String key, @Nullable Instant at) {
        return new OrderSight.Step("buying.step." + key, at == null ? null : time(at), at != null);
    }

    private OrderSight.Travel travel(Visitor visitor, Shipment shipment) {
        String courier = Courier.byCode(shipment.courierCode())
                .map(known -> visitor.language().english() ? known.nameEn() : known.nameZh())
                .orElse(shipment.courierCode());
        return new OrderSight.Travel(
                courier, shipment.trackingNumber(), time(shipment.shippedAt()), time(shipment.acceptBy()));
    }
}
