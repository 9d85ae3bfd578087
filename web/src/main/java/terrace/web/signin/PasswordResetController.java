package terrace.web.signin;

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
import java.util.Map;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.accounts.PasswordChange;
import terrace.marketplace.accounts.PasswordResets;
import terrace.web.pages.Form;
import terrace.web.pages.Pages;

/** A new password by mail. */
@Controller("/password-reset")
@Secured(Access.ANYONE)
class PasswordResetController {
    private final PasswordResets resets;
    private final Entrance entrance;
    private final Pages pages;

    PasswordResetController(PasswordResets resets, Entrance entrance, Pages pages) {
        this.resets = resets;
        this.entrance = entrance;
        this.pages = pages;
    }

    /** @param token from the letter's link; without one, the page that asks for a letter */
    @Get
    HttpResponse<?> show(Visitor visitor, @Nullable @QueryValue String token) {
        if (token == null) {
            return pages.show(visitor, "signin/reset-ask", new AskPage(false));
        }
        return resets.usable(token)
                ? pages.show(visitor, "signin/reset", new ResetPage(Form.EMPTY, token))
                : expired(visitor);
    }

    /** Says the same whether the account exists or not. */
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> send(HttpRequest<?> request, Visitor visitor, @Body Map<String, String> typed) {
        resets.ask(
                typed.getOrDefault("name", ""),
                entrance.addressOf(request),
                visitor.language().locale());
        return pages.show(visitor, "signin/reset-ask", new AskPage(true));
    }

    @Post("/{token}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> reset(HttpRequest<?> request, Visitor visitor, String token, @Body Map<String, String> typed) {
        PasswordChange outcome = resets.reset(token, typed.getOrDefault("password", ""), entrance.addressOf(request));
        return switch (outcome) {
            case PasswordChange.Changed changed -> Pages.seeOther(visitor, "/sign-in?changed=1");
            case PasswordChange.LinkExpired expired -> expired(visitor);
            case PasswordChange.WrongPassword wrong -> again(visitor, token, "account.busy");
            case PasswordChange.WeakPassword weak ->
                again(visitor, token, RegistrationController.keyOf(weak.weakness()));
            case PasswordChange.TooManyAttempts many -> again(visitor, token, "account.sign-in.too-many");
            case PasswordChange.Busy busy -> again(visitor, token, "account.busy");
        };
    }

    private HttpResponse<?> again(Visitor visitor, String token, String key) {
        return pages.show(
                visitor,
                HttpStatus.UNPROCESSABLE_ENTITY,
                "signin/reset",
                new ResetPage(Form.EMPTY.with("password", key), token));
    }

    private HttpResponse<?> expired(Visitor visitor) {
        return pages.show(visitor, HttpStatus.GONE, "signin/reset-expired", new AskPage(false));
    }

    record AskPage(boolean sent) {}

    record ResetPage(Form form, String token) {}
}
