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
import org.jspecify.annotations.Nullable;
import terrace.orders.fulfilment.Acceptance;
import terrace.orders.fulfilment.Fulfilment;
import terrace.orders.purchases.Purchases;
import terrace.web.pages.Pages;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** One merchant's part of a purchase, for the member who bought it. */
@Controller("/orders/{number}")
@Secured(Access.MEMBER)
class OrderController {
    private final Purchases purchases;
    private final Fulfilment fulfilment;
    private final Sights sights;
    private final Pages pages;

    OrderController(Purchases purchases, Fulfilment fulfilment, Sights sights, Pages pages) {
        this.purchases = purchases;
        this.fulfilment = fulfilment;
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

    private HttpResponse<?> page(Visitor visitor, HttpStatus status, String number, @Nullable String problem) {
        return purchases
                .orderOfMember(visitor.memberId(), number)
                .<HttpResponse<?>>map(order -> pages.show(
                        visitor,
                        status,
                        "buying/order",
                        new OrderPage(sights.orders(visitor, List.of(order)).getFirst(), problem)))
                .orElseGet(HttpResponse::notFound);
    }

    record OrderPage(OrderSight order, @Nullable String problem) {}
}
