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
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.accounts.Accounts;
import terrace.marketplace.accounts.Registration;
import terrace.marketplace.accounts.Weakness;
import terrace.web.pages.Form;
import terrace.web.pages.Pages;

/** How a stranger becomes a member. */
@Controller("/register")
@Secured(Access.ANYONE)
class RegistrationController {
    private final Accounts accounts;
    private final Entrance entrance;
    private final Pages pages;

    RegistrationController(Accounts accounts, Entrance entrance, Pages pages) {
        this.accounts = accounts;
        this.entrance = entrance;
        this.pages = pages;
    }

    @Get
    HttpResponse<?> form(Visitor visitor, @Nullable @QueryValue String next) {
        return pages.show(
                visitor, "signin/register", new RegisterPage(Form.EMPTY, Objects.requireNonNullElse(next, "/")));
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> register(HttpRequest<?> request, Visitor visitor, @Body Map<String, String> typed) {
        Registration outcome = accounts.register(
                typed.getOrDefault("name", ""),
                typed.getOrDefault("password", ""),
                typed.getOrDefault("nickname", ""),
                entrance.addressOf(request));
        String next = typed.getOrDefault("next", "/");
        return switch (outcome) {
            case Registration.Registered done ->
                entrance.enter(request, visitor, done.account().id(), false, next);
            case Registration.NameTaken taken -> again(visitor, typed, "name", "account.register.name-taken");
            case Registration.BadName bad -> again(visitor, typed, "name", "account.register.bad-name");
            case Registration.BadDisplayName bad -> again(visitor, typed, "nickname", "account.register.bad-nickname");
            case Registration.WeakPassword weak -> again(visitor, typed, "password", keyOf(weak.weakness()));
            case Registration.TooManyAttempts many -> again(visitor, typed, "name", "account.sign-in.too-many");
            case Registration.Busy busy -> again(visitor, typed, "name", "account.busy");
        };
    }

    static String keyOf(Weakness weakness) {
        return "account.password." + weakness.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private HttpResponse<?> again(Visitor visitor, Map<String, String> typed, String field, String key) {
        Form form = Form.of(
                        Map.of("name", typed.getOrDefault("name", ""), "nickname", typed.getOrDefault("nickname", "")))
                .with(field, key);
        return pages.show(
                visitor,
                HttpStatus.UNPROCESSABLE_ENTITY,
                "signin/register",
                new RegisterPage(form, typed.getOrDefault("next", "/")));
    }

    record RegisterPage(Form form, String next) {}
}
