package terrace.web.inbox;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import java.util.Map;
import terrace.marketplace.inbox.Choice;
import terrace.marketplace.inbox.Preferences;
import terrace.web.pages.Pages;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** Turns letters of a kind off, or on again, from the address a letter carries; nobody has to sign in for it. */
@Controller("/unsubscribe/{token}")
@Secured(Access.ANYONE)
class UnsubscribeController {
    private final Preferences preferences;
    private final Pages pages;

    UnsubscribeController(Preferences preferences, Pages pages) {
        this.preferences = preferences;
        this.pages = pages;
    }

    /** Changes nothing: mail servers open every address of a letter to look at what is behind it. */
    @Get
    HttpResponse<?> show(Visitor visitor, String token) {
        return preferences
                .ofToken(token)
                .<HttpResponse<?>>map(choice -> page(visitor, token, choice, false))
                .orElseGet(HttpResponse::notFound);
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> choose(Visitor visitor, String token, @Body Map<String, String> typed) {
        return preferences
                .choose(token, typed.containsKey("on"))
                .<HttpResponse<?>>map(choice -> page(visitor, token, choice, true))
                .orElseGet(HttpResponse::notFound);
    }

    private HttpResponse<?> page(Visitor visitor, String token, Choice choice, boolean done) {
        return pages.show(
                visitor,
                "inbox/unsubscribe",
                new UnsubscribePage("/unsubscribe/" + token, choice.kind().name(), choice.wanted(), done));
    }

    record UnsubscribePage(String here, String kind, boolean wanted, boolean done) {}
}
