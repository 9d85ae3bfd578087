package terrace.web.buying;

import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import java.net.URI;
import java.util.Optional;
import terrace.orders.payment.Payments;
import terrace.web.pages.Pages;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** Where channels with one fixed address send everybody back; leads on to the page the payment was begun from. */
@Controller("/payments/{channel}/return")
@Secured(Access.ANYONE)
class WayBackController {
    private static final String NOTHING = "";

    private final Payments payments;
    private final MeterRegistry meters;

    WayBackController(Payments payments, MeterRegistry meters) {
        this.payments = payments;
        this.meters = meters;
    }

    /** What the address says of money is not read: the page it leads to asks the bank. */
    @Get
    HttpResponse<?> back(Visitor visitor, HttpRequest<?> request, String channel) {
        String query = Optional.ofNullable(request.getUri().getRawQuery()).orElse(NOTHING);
        Optional<URI> on = payments.wayOn(channel, query);
        meters.counter("terrace.bank.returns", "known", Boolean.toString(on.isPresent()))
                .increment();
        return on.<HttpResponse<?>>map(HttpResponse::seeOther).orElseGet(() -> Pages.seeOther(visitor, "/orders"));
    }
}
