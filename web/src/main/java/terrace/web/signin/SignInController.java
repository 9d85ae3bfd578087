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
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.accounts.Accounts;
import terrace.marketplace.accounts.SignIn;
import terrace.web.pages.Form;
import terrace.web.pages.Pages;

/** In and out. */
@Controller
@Secured(Access.ANYONE)
class SignInController {
    private final Accounts accounts;
    private final Entrance entrance;
    private final Pages pages;

    SignInController(Accounts accounts, Entrance entrance, Pages pages) {
        this.accounts = accounts;
        this.entrance = entrance;
        this.pages = pages;
    }

    @Get("/sign-in")
    HttpResponse<?> form(Visitor visitor, @Nullable @QueryValue String next, @Nullable @QueryValue String changed) {
        return pages.show(visitor, "signin/sign-in", new SignInPage(Form.EMPTY, orHome(next), changed != null));
    }

    @Post("/sign-in")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> signIn(HttpRequest<?> request, Visitor visitor, @Body Map<String, String> typed) {
        String next = orHome(typed.get("next"));
        SignIn outcome = accounts.signIn(
                typed.getOrDefault("name", ""), typed.getOrDefault("password", ""), entrance.addressOf(request));
        return switch (outcome) {
            case SignIn.SignedIn in -> welcome(request, visitor, in, next);
            case SignIn.Refused refused -> again(visitor, typed, next, "account.sign-in.refused");
            case SignIn.TooManyAttempts many -> again(visitor, typed, next, "account.sign-in.too-many");
            case SignIn.Busy busy -> again(visitor, typed, next, "account.busy");
        };
    }

    @Post("/sign-out")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> signOut(Visitor visitor, @Body Map<String, String> typed) {
        return entrance.leave(visitor);
    }

    private HttpResponse<?> welcome(HttpRequest<?> request, Visitor visitor, SignIn.SignedIn in, String next) {
        String onward =
                switch (in.next()) {
                    case NOTHING -> next;
                    case SECOND_FACTOR ->
                        "/sign-in/second-factor?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
                    case SET_UP_SECOND_FACTOR -> "/account/second-factor";
                };
        return entrance.enter(request, visitor, in.account().id(), false, onward);
    }

    private HttpResponse<?> again(Visitor visitor, Map<String, String> typed, String next, String key) {
        Form form = Form.of(Map.of("name", typed.getOrDefault("name", ""))).with("name", key);
        return pages.show(
                visitor, HttpStatus.UNPROCESSABLE_ENTITY, "signin/sign-in", new SignInPage(form, next, false));
    }

    private static String orHome(@Nullable String next) {
        return next == null ? "/" : next;
    }

    record SignInPage(Form form, String next, boolean passwordChanged) {}
}
