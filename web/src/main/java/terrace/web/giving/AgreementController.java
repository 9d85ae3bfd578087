package terrace.web.giving;

import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import terrace.orders.agreements.Agreement;
import terrace.orders.agreements.Agreements;
import terrace.web.pages.Pages;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** A member's agreement with the bank: signed at its page, ended here at any time. */
@Controller("/account/agreement")
@Secured(Access.MEMBER)
class AgreementController {
    private static final String HERE = "/account/agreement";

    private final Agreements agreements;
    private final Pages pages;
    private final String publicUrl;

    AgreementController(Agreements agreements, Pages pages, @Value("${terrace.public-url}") String publicUrl) {
        this.agreements = agreements;
        this.pages = pages;
        this.publicUrl = publicUrl;
    }

    /** @param back present when the bank sends somebody back: then it is asked before anything is said */
    @Get
    HttpResponse<?> show(Visitor visitor, @Nullable @QueryValue String back, @Nullable @QueryValue String silent) {
        Optional<Agreement> agreement =
                back == null ? agreements.ofMember(visitor.memberId()) : agreements.asked(visitor.memberId());
        boolean signed =
                agreement.filter(one -> one.state() == Agreement.State.ACTIVE).isPresent();
        return pages.show(
                visitor,
                "giving/agreement",
                new AgreementPage(
                        signed,
                        agreement.map(Agreement::perPaymentFen).orElse(Agreements.PER_PAYMENT_FEN_MAX),
                        agreement.map(Agreement::perDayFen).orElse(Agreements.PER_DAY_FEN_MAX),
                        silent != null));
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> sign(Visitor visitor, @Body Map<String, String> typed) {
        URI back = URI.create(publicUrl + visitor.link(HERE + "?back=1"));
        return agreements
                .offer(visitor.memberId(), back)
                .<HttpResponse<?>>map(HttpResponse::seeOther)
                .orElseGet(() -> Pages.seeOther(visitor, HERE + "?back=1&silent=1"));
    }

    @Post("/end")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> end(Visitor visitor, @Body Map<String, String> typed) {
        agreements.end(visitor.memberId());
        return Pages.seeOther(visitor, HERE);
    }

    /** @param silent whether the bank did not answer when it was asked for its page */
    record AgreementPage(boolean signed, long perPaymentFen, long perDayFen, boolean silent) {}
}
