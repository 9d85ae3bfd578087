package terrace.web.account;

import io.micronaut.http.HttpRequest;
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
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.accounts.Accounts;
import terrace.marketplace.accounts.PasswordChange;
import terrace.marketplace.accounts.Weakness;
import terrace.marketplace.secondfactor.SecondFactors;
import terrace.marketplace.sessions.Sessions;
import terrace.web.pages.Form;
import terrace.web.pages.Pages;
import terrace.web.signin.Access;
import terrace.web.signin.Entrance;
import terrace.web.signin.Visitor;

/** Changes the password: all devices are signed out, this one goes on with a new session. */
@Controller("/account/password")
@Secured(Access.SIGNED_IN)
class PasswordController {
    private static final String PROVE = "/sign-in/second-factor?next=/account/password";

    private final Accounts accounts;
    private final SecondFactors factors;
    private final Sessions sessions;
    private final Entrance entrance;
    private final Pages pages;

    PasswordController(Accounts accounts, SecondFactors factors, Sessions sessions, Entrance entrance, Pages pages) {
        this.accounts = accounts;
        this.factors = factors;
        this.sessions = sessions;
        this.entrance = entrance;
        this.pages = pages;
    }

    @Get
    HttpResponse<?> form(Visitor visitor, @Nullable @QueryValue Boolean changed) {
        return unproven(visitor)
                ? Pages.seeOther(visitor, PROVE)
                : pages.show(visitor, "account/password", new PasswordPage(Form.EMPTY, Boolean.TRUE.equals(changed)));
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> change(HttpRequest<?> request, Visitor visitor, @Body Map<String, String> typed) {
        if (unproven(visitor)) {
            return Pages.seeOther(visitor, PROVE);
        }
        PasswordChange outcome = accounts.changePassword(
                visitor.memberId(), typed.getOrDefault("current", ""), typed.getOrDefault("password", ""));
        return switch (outcome) {
            case PasswordChange.Changed changed -> {
                sessions.endAll(changed.accountId());
                yield entrance.enter(
                        request,
                        visitor,
                        changed.accountId(),
                        visitor.secondFactorPassed(),
                        "/account/password?changed=true");
            }
            case PasswordChange.WrongPassword wrong -> again(visitor, "current", "account.password.wrong");
            case PasswordChange.WeakPassword weak -> again(visitor, "password", keyOf(weak.weakness()));
            case PasswordChange.TooManyAttempts many -> again(visitor, "current", "account.sign-in.too-many");
            case PasswordChange.Busy busy -> again(visitor, "current", "account.busy");
            case PasswordChange.LinkExpired never -> throw new IllegalStateException("no link was used");
        };
    }

    /** Whoever has a second factor shows it first: the password alone must not lock its owner out. */
    private boolean unproven(Visitor visitor) {
        return !visitor.secondFactorPassed() && factors.isSetUp(visitor.memberId());
    }

    private HttpResponse<?> again(Visitor visitor, String field, String key) {
        return pages.show(
                visitor,
                HttpStatus.UNPROCESSABLE_ENTITY,
                "account/password",
                new PasswordPage(Form.EMPTY.with(field, key), false));
    }

    private static String keyOf(Weakness weakness) {
        return "account.password." + weakness.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    record PasswordPage(Form form, boolean changed) {}
}
