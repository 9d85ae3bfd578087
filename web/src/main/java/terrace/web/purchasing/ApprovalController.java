package terrace.web.purchasing;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import terrace.orders.approvals.Approvals;
import terrace.orders.approvals.Asking;
import terrace.orders.approvals.Deciding;
import terrace.web.pages.Form;
import terrace.web.pages.Pages;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** A buyer says that a purchase is the organisation's; another person lets it be paid, or not. */
@Controller
@Secured(Access.MEMBER)
class ApprovalController {
    private final Approvals approvals;
    private final PurchaserPages views;

    ApprovalController(Approvals approvals, PurchaserPages views) {
        this.approvals = approvals;
        this.views = views;
    }

    @Post("/purchases/{id}/approval")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> ask(Visitor visitor, UUID id, @Body Map<String, String> typed) {
        Optional<Asking> asking =
                visitor.household() == null ? approvals.ask(visitor.memberId(), id) : Optional.empty();
        if (asking.isEmpty()) {
            return HttpResponse.notFound();
        }
        return switch (asking.get()) {
            case Asking.Noted noted -> Pages.seeOther(visitor, "/purchases/" + id);
            case Asking.NotOpen closed -> Pages.seeOther(visitor, "/purchases/" + id);
            case Asking.BeingPaid paying -> refused(visitor, "purchasing.being-paid");
            case Asking.NobodyElse nobody -> refused(visitor, "purchasing.nobody-else");
            case Asking.NoPurchaser none -> refused(visitor, "purchasing.no-purchaser");
        };
    }

    @Post("/account/purchaser/purchases/{id}/decision")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> decide(Visitor visitor, UUID id, @Body Map<String, String> typed) {
        Form form = Form.of(typed);
        boolean approve = form.value("approve").equals("yes");
        Optional<Deciding> deciding = visitor.household() == null
                ? approvals.decide(visitor.memberId(), id, approve, form.value("reason-" + id))
                : Optional.empty();
        if (deciding.isEmpty()) {
            return HttpResponse.notFound();
        }
        return switch (deciding.get()) {
            case Deciding.Decided decided ->
                Pages.seeOther(visitor, "/account/purchaser?done=" + (approve ? "approved" : "refused"));
            case Deciding.DecidedOtherwise otherwise -> refused(visitor, "purchasing.decided-otherwise");
            case Deciding.OwnPurchase own -> refused(visitor, "purchasing.own");
            case Deciding.TooLate late -> refused(visitor, "purchasing.too-late");
            case Deciding.ReasonMissing missing ->
                views.show(
                        visitor,
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        form.with("reason-" + id, "purchasing.reason-missing"),
                        null,
                        null);
        };
    }

    private HttpResponse<?> refused(Visitor visitor, String key) {
        return views.show(visitor, HttpStatus.UNPROCESSABLE_ENTITY, Form.EMPTY.with("purchases", key), null, null);
    }
}
