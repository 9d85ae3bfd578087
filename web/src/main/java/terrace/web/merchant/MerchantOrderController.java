package terrace.web.merchant;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.merchants.Merchant;
import terrace.marketplace.staff.StaffRight;
import terrace.orders.fulfilment.Courier;
import terrace.orders.fulfilment.Dispatch;
import terrace.orders.fulfilment.Fulfilment;
import terrace.orders.purchases.Order;
import terrace.orders.purchases.OrderSlice;
import terrace.orders.purchases.OrderState;
import terrace.orders.purchases.Purchases;
import terrace.web.buying.OrderSight;
import terrace.web.buying.Sights;
import terrace.web.pages.Form;
import terrace.web.pages.Pages;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** A merchant's own orders, and sending them. */
@Controller("/merchant/orders")
@Secured(Access.MERCHANT)
@ForStaff(StaffRight.SHIPPING)
class MerchantOrderController {
    private static final int ORDERS_SHOWN = 20;

    private final MerchantDesk desk;
    private final Purchases purchases;
    private final Fulfilment fulfilment;
    private final Sights sights;
    private final Pages pages;

    MerchantOrderController(MerchantDesk desk, Purchases purchases, Fulfilment fulfilment, Sights sights, Pages pages) {
        this.desk = desk;
        this.purchases = purchases;
        this.fulfilment = fulfilment;
        this.sights = sights;
        this.pages = pages;
    }

    @Get
    HttpResponse<?> list(Visitor visitor, @Nullable @QueryValue String state, @Nullable @QueryValue String after) {
        return desk.of(visitor)
                .<HttpResponse<?>>map(
                        merchant -> pages.show(visitor, "merchant/orders", page(visitor, merchant, state, after)))
                .orElseGet(HttpResponse::notFound);
    }

    @Get("/{number}")
    HttpResponse<?> show(Visitor visitor, String number) {
        return order(visitor, HttpStatus.OK, number, Form.EMPTY);
    }

    @Post("/{number}/shipment")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> ship(Visitor visitor, String number, @Body Map<String, String> typed) {
        Form form = Form.of(typed);
        Optional<Courier> courier = Courier.byCode(form.value("courier"));
        Optional<Merchant> merchant = desk.of(visitor);
        if (merchant.isEmpty()) {
            return HttpResponse.notFound();
        }
        if (courier.isEmpty()) {
            return order(
                    visitor,
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    number,
                    form.with("courier", "merchant.ship.courier-missing"));
        }
        Optional<Dispatch> outcome =
                fulfilment.ship(merchant.get().id(), number, courier.get(), form.value("tracking"));
        if (outcome.isEmpty()) {
            return HttpResponse.notFound();
        }
        return switch (outcome.get()) {
            case Dispatch.Shipped shipped -> Pages.seeOther(visitor, "/merchant/orders/" + number);
            case Dispatch.ShippedOtherwise other ->
                order(visitor, HttpStatus.UNPROCESSABLE_ENTITY, number, form.with("tracking", "merchant.ship.already"));
            case Dispatch.TrackingMalformed bad ->
                order(
                        visitor,
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        number,
                        form.with("tracking", "merchant.ship.malformed"));
            case Dispatch.NotToShip not ->
                order(
                        visitor,
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        number,
                        form.with("tracking", "merchant.ship.not-to-ship"));
        };
    }

    private HttpResponse<?> order(Visitor visitor, HttpStatus status, String number, Form form) {
        Optional<Order> order = desk.of(visitor).flatMap(merchant -> purchases.orderOfMerchant(merchant.id(), number));
        return order.<HttpResponse<?>>map(found -> pages.show(
                        visitor,
                        status,
                        "merchant/order",
                        new OrderPage(
                                sights.orders(visitor, List.of(found)).getFirst(),
                                form,
                                couriers(visitor),
                                found.state() == OrderState.TO_SHIP)))
                .orElseGet(HttpResponse::notFound);
    }

    private OrdersPage page(Visitor visitor, Merchant merchant, @Nullable String state, @Nullable String after) {
        OrderState wanted = Arrays.stream(OrderState.values())
                .filter(known -> known.name().equals(state))
                .findFirst()
                .orElse(OrderState.TO_SHIP);
        OrderSlice slice = purchases.ordersOfMerchant(merchant.id(), wanted, after, ORDERS_SHOWN);
        Map<OrderState, Long> counts = purchases.countsOfMerchant(merchant.id());
        String here = "/merchant/orders?state=" + wanted.name();
        return new OrdersPage(
                merchant.name(),
                sights.orders(visitor, slice.orders()),
                Arrays.stream(OrderState.values())
                        .map(each -> new Tab(each.name(), counts.getOrDefault(each, 0L), each == wanted))
                        .toList(),
                slice.nextAfter() == null ? null : here + "&after=" + slice.nextAfter(),
                after == null ? null : here);
    }

    private static List<Choice> couriers(Visitor visitor) {
        return Arrays.stream(Courier.values())
                .map(courier ->
                        new Choice(courier.code(), visitor.language().english() ? courier.nameEn() : courier.nameZh()))
                .toList();
    }

    record Tab(String state, long count, boolean chosen) {}

    record Choice(String value, String text) {}

    record OrdersPage(
            String merchant,
            List<OrderSight> orders,
            List<Tab> tabs,
            @Nullable String next,
            @Nullable String first) {}

    record OrderPage(OrderSight order, Form form, List<Choice> couriers, boolean toShip) {}
}
