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
import terrace.marketplace.phonecodes.Entering;
import terrace.marketplace.phonecodes.PhoneCodes;
import terrace.marketplace.phonecodes.Sending;
import terrace.web.pages.Form;
import terrace.web.pages.Pages;

/** Into the shop by a code sent to the phone, so that nobody must think of a password to buy. */
@Controller("/sign-in/phone")
@Secured(Access.ANYONE)
class PhoneSignInController {
    private final PhoneCodes codes;
    private final Entrance entrance;
    private final Pages pages;

    PhoneSignInController(PhoneCodes codes, Entrance entrance, Pages pages) {
        this.codes = codes;
        this.entrance = entrance;
        this.pages = pages;
    }

    @Get
    HttpResponse<?> form(Visitor visitor, @Nullable @QueryValue String next) {
        return page(visitor, HttpStatus.OK, Form.EMPTY, orHome(next), false);
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> send(HttpRequest<?> request, Visitor visitor, @Body Map<String, String> typed) {
        Form form = Form.of(typed);
        String next = orHome(typed.get("next"));
        boolean english = visitor.language().english();
        return switch (codes.send(form.value("phone"), entrance.addressOf(request), english)) {
            case Sending.Sent sent -> page(visitor, HttpStatus.OK, form, next, true);
            case Sending.NoPhone no -> again(visitor, form.with("phone", "account.phone-code.no-phone"), next, false);
            case Sending.TooMany many -> again(visitor, form.with("phone", "account.phone-code.too-many"), next, false);
            case Sending.NoTexts no -> again(visitor, form.with("phone", "account.phone-code.no-texts"), next, false);
        };
    }

    @Post("/code")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> enter(HttpRequest<?> request, Visitor visitor, @Body Map<String, String> typed) {
        Form form = Form.of(typed);
        String next = orHome(typed.get("next"));
        return switch (codes.enter(form.value("phone"), form.value("code"))) {
            case Entering.In in -> entrance.enter(request, visitor, in.account().id(), false, next);
            case Entering.Wrong wrong -> again(visitor, form.with("code", "account.phone-code.wrong"), next, true);
            case Entering.ByPasswordOnly only ->
                again(visitor, form.with("code", "account.phone-code.by-password"), next, true);
            case Entering.Busy busy -> again(visitor, form.with("code", "account.busy"), next, true);
        };
    }

    private HttpResponse<?> again(Visitor visitor, Form form, String next, boolean sent) {
        return page(visitor, HttpStatus.UNPROCESSABLE_ENTITY, form, next, sent);
    }

    private HttpResponse<?> page(Visitor visitor, HttpStatus status, Form form, String next, boolean sent) {
        return pages.show(visitor, status, "signin/phone", new PhonePage(form, next, sent));
    }

    private static String orHome(@Nullable String next) {
        return next == null ? "/" : next;
    }

    /** @param sent whether a code was sent and is waited for */
    record PhonePage(Form form, String next, boolean sent) {}
}
