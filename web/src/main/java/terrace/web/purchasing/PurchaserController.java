package terrace.web.purchasing;

import io.micronaut.context.annotation.Value;
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
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.money.Money;
import terrace.marketplace.purchasers.Membership;
import terrace.marketplace.purchasers.PurchaserRole;
import terrace.marketplace.purchasers.Purchasers;
import terrace.web.pages.Form;
import terrace.web.pages.Pages;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** The organisation one buys for: founding it, its people, invitations of colleagues. */
@Controller("/account/purchaser")
@Secured(Access.SIGNED_IN)
class PurchaserController {
    private static final String HERE = "/account/purchaser";

    private final Purchasers purchasers;
    private final PurchaserPages views;
    private final String publicUrl;

    PurchaserController(Purchasers purchasers, PurchaserPages views, @Value("${terrace.public-url}") String publicUrl) {
        this.purchasers = purchasers;
        this.views = views;
        this.publicUrl = publicUrl;
    }

    @Get
    HttpResponse<?> show(Visitor visitor, @Nullable @QueryValue String done) {
        return views.show(visitor, HttpStatus.OK, Form.EMPTY, done, null);
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> found(Visitor visitor, @Body Map<String, String> typed) {
        Form form = Form.of(typed);
        return visitor.household() != null
                ? HttpResponse.notFound()
                : answer(visitor, form, purchasers.found(visitor.memberId(), form.value("name")), "founded");
    }

    @Post("/invitations")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> invite(Visitor visitor, @Body Map<String, String> typed) {
        Form form = Form.of(typed);
        long limit = limit(form);
        if (limit < 0) {
            return views.show(visitor, HttpStatus.UNPROCESSABLE_ENTITY, bad(form), null, null);
        }
        return act(
                visitor,
                form,
                "invited",
                actor -> purchasers.invite(
                        actor,
                        form.value("contact"),
                        role(form),
                        limit,
                        visitor.language().english()));
    }

    @Post("/invitations/{id}/withdrawal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> withdraw(Visitor visitor, UUID id, @Body Map<String, String> typed) {
        return act(visitor, Form.EMPTY, "withdrawn", actor -> purchasers.withdraw(actor, id));
    }

    @Post("/people/{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> change(Visitor visitor, UUID id, @Body Map<String, String> typed) {
        Form form = Form.of(typed);
        long limit = limit(form);
        if (limit < 0) {
            Form told = Form.EMPTY.with("people", "purchasing.limit-wrong");
            return views.show(visitor, HttpStatus.UNPROCESSABLE_ENTITY, told, null, null);
        }
        return act(visitor, Form.EMPTY, "changed", actor -> purchasers.change(actor, id, role(form), limit));
    }

    @Post("/people/{id}/removal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> remove(Visitor visitor, UUID id, @Body Map<String, String> typed) {
        return act(visitor, Form.EMPTY, "removed", actor -> purchasers.remove(actor, id));
    }

    /** What an approver does. */
    private interface Act {
        Optional<Membership> by(UUID actor);
    }

    private HttpResponse<?> act(Visitor visitor, Form form, String done, Act act) {
        Optional<Membership> outcome = visitor.household() == null ? act.by(visitor.memberId()) : Optional.empty();
        return outcome.<HttpResponse<?>>map(found -> answer(visitor, form, found, done))
                .orElseGet(HttpResponse::notFound);
    }

    private HttpResponse<?> answer(Visitor visitor, Form form, Membership outcome, String done) {
        return switch (outcome) {
            case Membership.Done so -> Pages.seeOther(visitor, HERE + "?done=" + done);
            case Membership.Invited(String _, boolean sent)
            when sent -> Pages.seeOther(visitor, HERE + "?done=invited");
            case Membership.Invited(String token, boolean _) ->
                views.show(
                        visitor,
                        HttpStatus.OK,
                        Form.EMPTY,
                        null,
                        publicUrl + visitor.link("/purchaser-invitations/" + token));
            case Membership.BadName bad -> refused(visitor, form.with("name", "purchasing.name-wrong"));
            case Membership.BadContact bad -> refused(visitor, form.with("contact", "purchasing.contact-wrong"));
            case Membership.TooMany many -> refused(visitor, form.with("contact", "purchasing.too-many"));
            case Membership.ElsewhereAlready already -> refused(visitor, form.with("people", "purchasing.elsewhere"));
            case Membership.LastApprover last -> refused(visitor, form.with("people", "purchasing.last-approver"));
            case Membership.NotYours not -> HttpResponse.notFound();
            case Membership.Gone gone -> HttpResponse.notFound();
        };
    }

    private HttpResponse<?> refused(Visitor visitor, Form form) {
        return views.show(visitor, HttpStatus.UNPROCESSABLE_ENTITY, form, null, null);
    }

    private static PurchaserRole role(Form form) {
        return form.value("role").equals("APPROVER") ? PurchaserRole.APPROVER : PurchaserRole.BUYER;
    }

    private static Form bad(Form form) {
        return form.with("limit", "purchasing.limit-wrong");
    }

    /** In fen; below nothing for what is no sum, or too much of one. */
    private static long limit(Form form) {
        long fen = Money.fen(form.value("limit").strip()).orElse(-1);
        return fen > Purchasers.LIMIT_FEN_MAX ? -1 : fen;
    }
}
