package terrace.web.parcels;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import java.util.List;
import java.util.Optional;
import terrace.orders.fulfilment.Courier;
import terrace.orders.parcels.Parcel;
import terrace.orders.parcels.Parcels;
import terrace.orders.purchases.Order;
import terrace.orders.purchases.Purchases;
import terrace.orders.traces.CourierTrace;
import terrace.orders.traces.Trace;
import terrace.web.pages.Pages;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** The way of one parcel, for the member who waits for it. The order's own page does not wait for the courier. */
@Controller("/orders/{number}/parcels/{parcel}")
@Secured(Access.MEMBER)
class ParcelController {
    private final Purchases purchases;
    private final Parcels parcels;
    private final CourierTrace courierTrace;
    private final Pages pages;

    ParcelController(Purchases purchases, Parcels parcels, CourierTrace courierTrace, Pages pages) {
        this.purchases = purchases;
        this.parcels = parcels;
        this.courierTrace = courierTrace;
        this.pages = pages;
    }

    @Get
    HttpResponse<?> show(Visitor visitor, String number, int parcel) {
        Optional<Order> order = purchases.orderOfMember(visitor.memberId(), number);
        return order.flatMap(found -> parcels.of(found.id()).stream()
                        .filter(each -> each.number() == parcel)
                        .findFirst())
                .<HttpResponse<?>>map(found -> pages.show(
                        visitor,
                        "parcels/parcel",
                        new ParcelPage(
                                number,
                                ParcelSights.sight(visitor.language(), order.orElseThrow(), found),
                                steps(found))))
                .orElseGet(HttpResponse::notFound);
    }

    private List<Step> steps(Parcel parcel) {
        Trace trace = Courier.byCode(parcel.courierCode())
                .map(courier -> courierTrace.of(courier, parcel.trackingNumber(), parcel.sentAt()))
                .orElseGet(Trace.NoNews::new);
        return switch (trace) {
            case Trace.NoNews none -> List.of();
            case Trace.Steps(List<Trace.Step> steps) ->
                steps.stream()
                        .map(step -> new Step(step.kind().name(), ParcelSights.time(step.at()), step.place()))
                        .toList();
        };
    }

    /** @param kind words are at {@code parcels.step.<kind>} */
    record Step(String kind, String time, String place) {}

    /** @param steps the newest first; none where there is no news */
    record ParcelPage(String number, ParcelSight parcel, List<Step> steps) {}
}
