package terrace.web.api;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import org.jspecify.annotations.Nullable;
import terrace.orders.payment.NoticeReceipt;
import terrace.orders.payment.Payments;
import terrace.web.signin.Access;

/** Where the bank tells what happened. Its signature over the bytes stands in for sign-in and form token. */
@Controller("/api/v1/bank/notices")
@Secured(Access.ANYONE)
class BankNoticeController {
    private static final byte[] NOTHING = {};

    private final Payments payments;

    BankNoticeController(Payments payments) {
        this.payments = payments;
    }

    /** Answers only after the notice is on disk; the bank repeats whatever gets another answer. */
    @Post
    @Consumes(MediaType.ALL)
    @Produces(MediaType.TEXT_PLAIN)
    HttpResponse<?> receive(@Body byte @Nullable [] body, @Nullable @Header("Stripe-Signature") String signature) {
        return switch (payments.receive(body == null ? NOTHING : body, signature)) {
            case NoticeReceipt.Kept kept -> HttpResponse.ok("kept");
            case NoticeReceipt.Refused refused -> HttpResponse.badRequest("refused");
        };
    }
}
