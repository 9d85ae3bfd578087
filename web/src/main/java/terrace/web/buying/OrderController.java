package terrace.web.buying;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import terrace.orders.fulfilment.Acceptance;
import terrace.orders.fulfilment.Fulfilment;
import terrace.orders.purchases.OrderState;
import terrace.orders.purchases.Purchases;
import terrace.orders.returns.CalledOff;
import terrace.orders.returns.CallingOff;
import terrace.web.impact.HelpedSight;
import terrace.web.impact.HelpedSights;
import terrace.web.pages.Pages;
import terrace.web.parcels.ParcelSight;
import terrace.web.parcels.ParcelSights;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** One merchant's part of a purchase, for the member who bought it. */
@Controller("/orders/{number}")
@Secured(Access.MEMBER)
class OrderController {
    private static final Set<OrderState> CAME =
            Set.of(OrderState.PARTLY_SHIPPED, OrderState.SHIPPED, OrderState.ACCEPTED);

    private final Purchases purchases;
    private final Fulfilment fulfilment;
    private final CallingOff callingOff;
    private final RefundSights refunds;
    private final HelpedSights helped;
    private final ParcelSights parcels;
    private final Sights sights;
    private final Pages pages;

    OrderController(
            Purchases purchases,
            Fulfilment fulfilment,
            CallingOff callingOff,
            RefundSights refunds,
            HelpedSights helped,
            ParcelSights parcels,
            Sights sights,
            Pages pages) {
        this.purchases = purchases;
        this.fulfilment = fulfilment;
        this.callingOff = callingOff;
        this.refunds = refunds;
        this.helped = helped;
        this.parcels = parcels;
        this.sights = sights;
        this.pages = pages;
    }

    @Get
    HttpResponse<?> show(Visitor visitor, String number) {
        return page(visitor, HttpStatus.OK, number, null);
    }

    @Post("/acceptance")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> accept(Visitor visitor, String number, @Body Map<String, String> typed) {
        Optional<Acceptance> outcome = fulfilment.accept(visitor.memberId(), number);
        if (outcome.isEmpty()) {
            return HttpResponse.notFound();
        }
        return switch (outcome.get()) {
            case Acceptance.Accepted accepted -> Pages.seeOther(visitor, "/orders/" + number);
            case Acceptance.NotShipped early ->
                page(visitor, HttpStatus.UNPROCESSABLE_ENTITY, number, "buying.order.not-shipped");
        };
    }

    /** A paid order, as far as it was not sent. */
    @Post("/cancellation")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> callOff(Visitor visitor, String number, @Body Map<String, String> typed) {
        Optional<CalledOff> outcome = callingOff.byMember(visitor.memberId(), number);
        if (outcome.isEmpty()) {
            return HttpResponse.notFound();
        }
        return switch (outcome.get()) {
            case CalledOff.Done done -> Pages.seeOther(visitor, "/orders/" + number);
            case CalledOff.NotNow not ->
                page(visitor, HttpStatus.UNPROCESSABLE_ENTITY, number, "buying.call-off.not-now");
            case CalledOff.ReasonMissing none -> throw new IllegalStateException("a member needs no reason");
        };
    }

    private HttpResponse<?> page(Visitor visitor, HttpStatus status, String number, @Nullable String problem) {
        return purchases
                .orderOfMember(visitor.memberId(), number)
                .<HttpResponse<?>>map(order -> pages.show(
                        visitor,
                        status,
                        "buying/order",
                        new OrderPage(
                                sights.orders(visitor, List.of(order)).getFirst(),
                                refunds.of(order.id()),
                                helped.of(List.of(order.number())),
                                parcels.of(visitor, order),
                                order.state().toSend(),
                                CAME.contains(order.state()),
                                problem)))
                .orElseGet(HttpResponse::notFound);
    }

    /**
     * @param toCallOff whether it is paid and not, or not wholly, sent
     * @param came whether something was sent, and so may be claimed about
     */
    record OrderPage(
            OrderSight order,
            List<RefundSight> refunds,
            @Nullable HelpedSight helped,
            List<ParcelSight> parcels,
            boolean toCallOff,
            boolean came,
            @Nullable String problem) {}
}
