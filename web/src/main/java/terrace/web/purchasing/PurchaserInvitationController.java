package terrace.web.purchasing;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.money.Money;
import terrace.marketplace.purchasers.Membership;
import terrace.marketplace.purchasers.PurchaserInvitation;
import terrace.marketplace.purchasers.Purchasers;
import terrace.web.pages.Form;
import terrace.web.pages.Pages;
import terrace.web.requests.ErrorPages;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** The page behind the link of an invitation to buy for an organisation. */
@Controller("/purchaser-invitations/{token}")
@Secured(Access.ANYONE)
class PurchaserInvitationController {
    private final Purchasers purchasers;
    private final ErrorPages errors;
    private final Pages pages;

    PurchaserInvitationController(Purchasers purchasers, ErrorPages errors, Pages pages) {
        this.purchasers = purchasers;
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
            return refused(visitor, token, "staff.invitation.acting");
        }
        return switch (purchasers.accept(visitor.memberId(), token)) {
            case Membership.Done joined -> Pages.seeOther(visitor, "/account/purchaser?done=joined");
            case Membership.NotYours not -> refused(visitor, token, "staff.invitation.not-yours");
            case Membership.ElsewhereAlready already -> refused(visitor, token, "purchasing.elsewhere");
            default -> gone(visitor);
        };
    }

    private HttpResponse<?> refused(Visitor visitor, String token, String key) {
        return page(visitor, HttpStatus.UNPROCESSABLE_ENTITY, token, Form.EMPTY.with("accept", key));
    }

    private HttpResponse<?> page(Visitor visitor, HttpStatus status, String token, Form form) {
        Optional<PurchaserInvitation> invitation = purchasers.byToken(token);
        return invitation
                .<HttpResponse<?>>map(found -> pages.show(
                        visitor,
                        status,
                        "purchasing/invitation",
                        new InvitationPage(
                                form,
                                purchasers.name(found.purchaserId()).orElse(""),
                                found.role().name(),
                                Money.grouped(found.limitFen()),
                                "/purchaser-invitations/" + token,
                                visitor.account().map(account -> account.name()).orElse(null))))
                .orElseGet(() -> gone(visitor));
    }

    private HttpResponse<?> gone(Visitor visitor) {
        return errors.show(visitor, HttpStatus.NOT_FOUND, "staff.invitation.gone");
    }

    /** @param reader what somebody signed in is called; null for a stranger */
    record InvitationPage(
            Form form,
            String purchaser,
            String role,
            String limit,
            String here,
            @Nullable String reader) {}
}
