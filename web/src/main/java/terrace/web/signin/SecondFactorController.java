package terrace.web.signin;

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
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.secondfactor.SecondFactorCheck;
import terrace.marketplace.secondfactor.SecondFactors;
import terrace.marketplace.sessions.Sessions;
import terrace.web.pages.Form;
import terrace.web.pages.Pages;
import terrace.web.pages.Redirects;

/** The second step of signing in: a code from an app, or a recovery code. */
@Controller("/sign-in/second-factor")
@Secured(Access.SIGNED_IN)
class SecondFactorController {
    private static final String SET_UP = "/account/second-factor";
    private static final int RECOVERY_CODES_LOW = 2;

    private final SecondFactors factors;
    private final Sessions sessions;
    private final Cookies cookies;
    private final Pages pages;

    SecondFactorController(SecondFactors factors, Sessions sessions, Cookies cookies, Pages pages) {
        this.factors = factors;
        this.sessions = sessions;
        this.cookies = cookies;
        this.pages = pages;
    }

    @Get
    HttpResponse<?> form(Visitor visitor, @Nullable @QueryValue String next) {
        String onward = inside(next);
        if (visitor.secondFactorPassed()) {
            return Pages.seeOther(visitor, onward);
        }
        return factors.isSetUp(visitor.memberId())
                ? pages.show(visitor, "signin/second-factor", new CodePage(Form.EMPTY, onward))
                : Pages.seeOther(visitor, SET_UP);
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> check(Visitor visitor, @Body Map<String, String> typed) {
        String next = inside(typed.get("next"));
        return switch (factors.verify(visitor.memberId(), typed.getOrDefault("code", ""))) {
            case SecondFactorCheck.Passed passed ->
                passed(visitor, passed.recoveryCodesLeft() <= RECOVERY_CODES_LOW ? SET_UP + "?low=true" : next);
            case SecondFactorCheck.Wrong wrong -> again(visitor, next, "account.factor.wrong");
            case SecondFactorCheck.TooManyAttempts many -> again(visitor, next, "account.factor.too-many");
            case SecondFactorCheck.NotSetUp not -> Pages.seeOther(visitor, SET_UP);
        };
    }

    /** More rights, so a new token: whoever knew the old one gains nothing. */
    private HttpResponse<?> passed(Visitor visitor, String next) {
        Optional<String> token = sessions.renew(Objects.requireNonNull(visitor.token()), true);
        MutableHttpResponse<?> response = Pages.seeOther(visitor, token.isPresent() ? next : "/sign-in");
        token.ifPresent(fresh -> cookies.set(response, Cookies.SESSION, fresh));
        return response;
    }

    private HttpResponse<?> again(Visitor visitor, String next, String key) {
        return pages.show(
                visitor,
                HttpStatus.UNPROCESSABLE_ENTITY,
                "signin/second-factor",
                new CodePage(Form.EMPTY.with("code", key), next));
    }

    private static String inside(@Nullable String next) {
        return next != null && Redirects.inside(next) ? next : "/";
    }

    record CodePage(Form form, String next) {}
}
