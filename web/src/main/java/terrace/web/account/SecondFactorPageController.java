package terrace.web.account;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.secondfactor.Enrolment;
import terrace.marketplace.secondfactor.SecondFactorCheck;
import terrace.marketplace.secondfactor.SecondFactors;
import terrace.marketplace.sessions.Sessions;
import terrace.web.pages.Form;
import terrace.web.pages.Pages;
import terrace.web.signin.Access;
import terrace.web.signin.Cookies;
import terrace.web.signin.Visitor;

/** Sets the second factor up, or takes it away to make room for a new phone. */
@Controller("/account/second-factor")
@Secured(Access.SIGNED_IN)
class SecondFactorPageController {
    private static final String VIEW = "account/second-factor";
    private static final String PROVE = "/sign-in/second-factor?next=/account/second-factor";

    private final SecondFactors factors;
    private final Sessions sessions;
    private final Cookies cookies;
    private final Pages pages;

    SecondFactorPageController(SecondFactors factors, Sessions sessions, Cookies cookies, Pages pages) {
        this.factors = factors;
        this.sessions = sessions;
        this.cookies = cookies;
        this.pages = pages;
    }

    /** @param low whether few recovery codes are left */
    @Get
    HttpResponse<?> show(Visitor visitor, @Nullable @QueryValue Boolean low) {
        if (!factors.isSetUp(visitor.memberId())) {
            return enrolment(visitor, HttpStatus.OK, Form.EMPTY, factors.enrol(visitor.memberId()));
        }
        return visitor.secondFactorPassed()
                ? pages.show(visitor, VIEW, new FactorPage(Form.EMPTY, null, null, Boolean.TRUE.equals(low)))
                : Pages.seeOther(visitor, PROVE);
    }

    /** The first code made with the secret. From here on this session has passed, under a new token. */
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> confirm(Visitor visitor, @Body Map<String, String> typed) {
        Optional<List<String>> codes = factors.confirm(visitor.memberId(), typed.getOrDefault("code", ""));
        if (codes.isEmpty()) {
            Form form = Form.EMPTY.with("code", "account.factor.wrong");
            return factors.pending(visitor.memberId())
                    .<HttpResponse<?>>map(pending -> enrolment(visitor, HttpStatus.UNPROCESSABLE_ENTITY, form, pending))
                    .orElseGet(() -> Pages.seeOther(visitor, "/account/second-factor"));
        }
        Optional<String> token = sessions.renew(Objects.requireNonNull(visitor.token()), true);
        Visitor now = token.map(visitor::withToken).orElse(visitor);
        MutableHttpResponse<?> response = pages.show(now, "account/recovery-codes", new CodesPage(codes.get()));
        token.ifPresent(fresh -> cookies.set(response, Cookies.SESSION, fresh));
        return response;
    }

    @Post("/removal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> remove(Visitor visitor, @Body Map<String, String> typed) {
        return switch (factors.verify(visitor.memberId(), typed.getOrDefault("code", ""))) {
            case SecondFactorCheck.Passed passed -> {
                factors.remove(visitor.memberId(), "account:" + visitor.memberId());
                sessions.endAll(visitor.memberId());
                yield Pages.seeOther(visitor, "/sign-in?next=/account/second-factor");
            }
            case SecondFactorCheck.Wrong wrong -> refused(visitor, "account.factor.wrong");
            case SecondFactorCheck.TooManyAttempts many -> refused(visitor, "account.factor.too-many");
            case SecondFactorCheck.NotSetUp not -> Pages.seeOther(visitor, "/account/second-factor");
        };
    }

    private HttpResponse<?> refused(Visitor visitor, String key) {
        return pages.show(
                visitor,
                HttpStatus.UNPROCESSABLE_ENTITY,
                VIEW,
                new FactorPage(Form.EMPTY.with("code", key), null, null, false));
    }

    private MutableHttpResponse<?> enrolment(Visitor visitor, HttpStatus status, Form form, Enrolment enrolment) {
        String secret = enrolment.secret().replaceAll("(.{4})(?=.)", "$1 ");
        return pages.show(visitor, status, VIEW, new FactorPage(form, QrPicture.of(enrolment.uri()), secret, false));
    }

    /**
     * @param picture the secret to scan; null where a second factor is set up
     * @param low whether few recovery codes are left
     */
    record FactorPage(
            Form form,
            @Nullable QrPicture picture,
            @Nullable String secret,
            boolean low) {}

    record CodesPage(List<String> codes) {}
}
