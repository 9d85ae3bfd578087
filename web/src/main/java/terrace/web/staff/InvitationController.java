package terrace.web.staff;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.merchants.Merchant;
import terrace.marketplace.merchants.Merchants;
import terrace.marketplace.sessions.Sessions;
import terrace.marketplace.staff.Accepting;
import terrace.marketplace.staff.Invitation;
import terrace.marketplace.staff.Invitations;
import terrace.web.pages.Form;
import terrace.web.pages.Pages;
import terrace.web.requests.ErrorPages;
import terrace.web.signin.Access;
import terrace.web.signin.Cookies;
import terrace.web.signin.Visitor;

/** The page behind the link of an invitation. */
@Controller("/invitations/{token}")
@Secured(Access.ANYONE)
class InvitationController {
    private final Invitations invitations;
    private final Merchants merchants;
    private final Sessions sessions;
    private final Cookies cookies;
    private final ErrorPages errors;
    private final Pages pages;

    InvitationController(
            Invitations invitations,
            Merchants merchants,
            Sessions sessions,
            Cookies cookies,
            ErrorPages errors,
            Pages pages) {
        this.invitations = invitations;
        this.merchants = merchants;
        this.sessions = sessions;
        this.cookies = cookies;
        this.errors = errors;
        this.pages = pages;
    }

    @Get
    HttpResponse<?> show(Visitor visitor, String token) {
        return page(visitor, HttpStatus.OK, token, Form.EMPTY);
    }

    @Post("/acceptance")
    @Secured(Access.SIGNED_IN)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> accept(Visitor visitor, String token, @Body Map<String, String> typed) {
        if (visitor.household() != null) {
            return page(
                    visitor,
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    token,
                    Form.EMPTY.with("accept", "staff.invitation.acting"));
        }
        return switch (invitations.accept(visitor.memberId(), token)) {
            case Accepting.Joined joined -> welcome(visitor);
            case Accepting.NotYours not ->
                page(
                        visitor,
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        token,
                        Form.EMPTY.with("accept", "staff.invitation.not-yours"));
            case Accepting.Gone gone -> gone(visitor);
        };
    }

    /** More rights, so a new token of the session; it also makes them count at once. */
    private HttpResponse<?> welcome(Visitor visitor) {
        MutableHttpResponse<?> response = Pages.seeOther(visitor, "/merchant");
        sessions.renew(Objects.requireNonNull(visitor.token()), false)
                .ifPresent(fresh -> cookies.set(response, Cookies.SESSION, fresh));
        return response;
    }

    private HttpResponse<?> page(Visitor visitor, HttpStatus status, String token, Form form) {
        Invitation invitation = invitations.byToken(token).orElse(null);
        Merchant merchant = invitation == null
                ? null
                : merchants.byId(invitation.merchantId()).orElse(null);
        if (invitation == null || merchant == null) {
            return gone(visitor);
        }
        return pages.show(
                visitor,
                status,
                "staff/invitation",
                new InvitationPage(
                        form,
                        merchant.name(),
                        invitation.role().name(),
                        "/invitations/" + token,
                        URLEncoder.encode("/invitations/" + token, StandardCharsets.UTF_8),
                        visitor.account().map(account -> account.name()).orElse(null)));
    }

    private HttpResponse<?> gone(Visitor visitor) {
        return errors.show(visitor, HttpStatus.NOT_FOUND, "staff.invitation.gone");
    }

    /** @param reader what somebody signed in is called; null for a stranger */
    record InvitationPage(
            Form form,
            String shop,
            String role,
            String here,
            String next,
            @Nullable String reader) {}
}
