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
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.merchants.Merchant;
import terrace.marketplace.staff.StaffRight;
import terrace.orders.desk.OrderDesk;
import terrace.orders.fulfilment.Courier;
import terrace.orders.fulfilment.Dispatch;
import terrace.orders.fulfilment.Fulfilment;
import terrace.orders.fulfilment.Packing;
import terrace.orders.purchases.Order;
import terrace.orders.purchases.OrderState;
import terrace.orders.purchases.Purchases;
import terrace.web.buying.OrderSight;
import terrace.web.buying.RefundSight;
import terrace.web.buying.RefundSights;
import terrace.web.buying.Sights;
import terrace.web.pages.Form;
import terrace.web.pages.Pages;
import terrace.web.parcels.ParcelSight;
import terrace.web.parcels.ParcelSights;
import terrace.web.parcels.PieceFields;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** A merchant's own orders, and sending them. */
@Controller("/merchant/orders")
@Secured(Access.MERCHANT)
@ForStaff(StaffRight.SHIPPING)
class MerchantOrderController {
    private final MerchantDesk desk;
    private final Purchases purchases;
    private final Fulfilment fulfilment;
    private final OrderLists lists;
    private final LotFields lots;
    private final OrderDesk orderDesk;
    private final ParcelSights parcels;
    private final RefundSights refunds;
    private final Sights sights;
    private final Pages pages;

    MerchantOrderController(
            MerchantDesk desk,
            Purchases purchases,
            Fulfilment fulfilment,
            OrderLists lists,
            LotFields lots,
            OrderDesk orderDesk,
            ParcelSights parcels,
            RefundSights refunds,
            Sights sights,
            Pages pages) {
        this.desk = desk;
        this.purchases = purchases;
        this.fulfilment = fulfilment;
        this.lists = lists;
        this.lots = lots;
        this.orderDesk = orderDesk;
        this.parcels = parcels;
        this.refunds = refunds;
        this.sights = sights;
        this.pages = pages;
    }

    @Get
    HttpResponse<?> list(
            Visitor visitor,
            @Nullable @QueryValue String state,
            @Nullable @QueryValue String province,
            @Nullable @QueryValue String after,
            @Nullable @QueryValue String kept) {
        return desk.of(visitor)
                .<HttpResponse<?>>map(merchant -> pages.show(
                        visitor, "merchant/orders", lists.page(visitor, merchant, state, province, after, kept)))
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
            return refused(visitor, number, form.with("courier", "merchant.ship.courier-missing"));
        }
        PieceFields.Packed packed = PieceFields.read(form);
        if (!packed.form().errors().isEmpty()) {
            return refused(visitor, number, packed.form());
        }
        Optional<Dispatch> outcome = fulfilment.ship(
                merchant.get().id(),
                number,
                courier.get(),
                form.value("tracking"),
                new Packing(packed.pieces(), LotFields.wishes(typed)));
        return outcome.<HttpResponse<?>>map(dispatch -> answer(visitor, number, form, dispatch))
                .orElseGet(HttpResponse::notFound);
    }

    private HttpResponse<?> answer(Visitor visitor, String number, Form form, Dispatch outcome) {
        return switch (outcome) {
            case Dispatch.Shipped shipped -> Pages.seeOther(visitor, "/merchant/orders/" + number);
            case Dispatch.ShippedOtherwise other ->
                refused(visitor, number, form.with("tracking", "merchant.ship.already"));
            case Dispatch.TrackingMalformed bad ->
                refused(visitor, number, form.with("tracking", "merchant.ship.malformed"));
            case Dispatch.NotToShip not -> refused(visitor, number, form.with("tracking", "merchant.ship.not-to-ship"));
            case Dispatch.TooManyPieces(int position, int left) ->
                refused(visitor, number, form.with(PieceFields.PIECES + position, "parcels.pieces.too-many"));
            case Dispatch.NothingPacked nothing -> refused(visitor, number, form.with("parcel", "parcels.pieces.none"));
            case Dispatch.TooManyParcels many -> refused(visitor, number, form.with("parcel", "parcels.too-many"));
            case Dispatch.LotTooLittle(int position, String code, long left) ->
                refused(visitor, number, form.with(LotFields.LOT + position, "desk.lot.too-little"));
            case Dispatch.LotUnknown(int position) ->
                refused(visitor, number, form.with(LotFields.LOT + position, "desk.lot.unknown"));
        };
    }

    private HttpResponse<?> refused(Visitor visitor, String number, Form form) {
        return order(visitor, HttpStatus.UNPROCESSABLE_ENTITY, number, form);
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
                                PieceFields.of(found, left(found), form),
                                lots.of(visitor.language(), found, left(found), form),
                                refunds.of(found.id()),
                                parcels.of(visitor, found),
                                found.paidAt() != null && found.state() != OrderState.CANCELLED,
                                found.state().toSend())))
                .orElseGet(HttpResponse::notFound);
    }

    /** Pieces still to be sent of each line. */
    private SortedMap<Integer, Integer> left(Order order) {
        return order.state().toSend()
                ? orderDesk.left(List.of(order)).getOrDefault(order.id(), Collections.emptySortedMap())
                : Collections.emptySortedMap();
    }

    private static List<Choice> couriers(Visitor visitor) {
        return Arrays.stream(Courier.values())
                .map(courier ->
                        new Choice(courier.code(), visitor.language().english() ? courier.nameEn() : courier.nameZh()))
                .toList();
    }

    record Choice(String value, String text) {}

    /** @param refundable whether its money is here */
    record OrderPage(
            OrderSight order,
            Form form,
            List<Choice> couriers,
            List<PieceFields.Field> pieces,
            List<LotFields.Field> lots,
            List<RefundSight> refunds,
            List<ParcelSight> parcels,
            boolean refundable,
            boolean toShip) {}
}
