package terrace.web.api;

import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.micronaut.web.router.exceptions.UnsatisfiedRouteException;
import org.jspecify.annotations.Nullable;
import terrace.orders.gateway.BankNotice;
import terrace.orders.gateway.NoticeLetter;
import terrace.orders.payment.NoticeReceipt;
import terrace.orders.payment.Payments;
import terrace.web.signin.Access;

/** Where the bank tells what happened. Its signature over the bytes stands in for sign-in and form token. */
@Controller("/api/v1/bank/notices")
@Secured(Access.ANYONE)
class BankNoticeController {
    private static final byte[] NOTHING = {};

    private static final String USUAL = "stripe";

    private final Payments payments;
    private final MeterRegistry meters;

    BankNoticeController(Payments payments, MeterRegistry meters) {
        this.payments = payments;
        this.meters = meters;
    }

    /** Answers only after the notice is on disk; the bank repeats whatever gets another answer. */
    @Post
    @Consumes(MediaType.ALL)
    @Produces(MediaType.TEXT_PLAIN)
    HttpResponse<?> receive(@Body byte @Nullable [] body, HttpHeaders headers) {
        return receive(USUAL, body, headers);
    }

    /** The same for a channel by name. */
    @Post("/{channel}")
    @Consumes(MediaType.ALL)
    @Produces(MediaType.TEXT_PLAIN)
    HttpResponse<?> receive(String channel, @Body byte @Nullable [] body, HttpHeaders headers) {
        NoticeLetter letter = new NoticeLetter(body == null ? NOTHING : body, headers.asMap());
        return switch (payments.receive(channel, letter)) {
            case NoticeReceipt.Kept kept -> answered(HttpResponse.ok("success"), "KEPT");
            case NoticeReceipt.Refused(String why) -> answered(HttpResponse.badRequest("refused"), why);
        };
    }

    /** What does not even get as far is refused and counted like the rest. */
    @Error(exception = UnsatisfiedRouteException.class)
    @Produces(MediaType.TEXT_PLAIN)
    HttpResponse<?> incomplete() {
        return answered(HttpResponse.badRequest("refused"), BankNotice.Flaw.MALFORMED.name());
    }

    @Error(exception = ConversionErrorException.class)
    @Produces(MediaType.TEXT_PLAIN)
    HttpResponse<?> unreadable() {
        return answered(HttpResponse.badRequest("refused"), BankNotice.Flaw.UNREADABLE.name());
    }

    private HttpResponse<?> answered(HttpResponse<?> answer, String outcome) {
        meters.counter("terrace.bank.notices", "outcome", outcome).increment();
        return answer;
    }
}
