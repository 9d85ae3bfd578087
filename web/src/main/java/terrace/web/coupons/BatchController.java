package terrace.web.coupons;

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
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.coupons.NewBatch;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.money.Money;
import terrace.marketplace.partners.Partner;
import terrace.marketplace.partners.Partners;
import terrace.orders.promotions.Promise;
import terrace.orders.promotions.PromoFunds;
import terrace.web.pages.Form;
import terrace.web.pages.Pages;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** Funds, and the batches of coupons made within them. */
@Controller("/operator/coupons")
@Secured(Access.OPERATOR)
class BatchController {
    private static final String HERE = "/operator/coupons";

    private final PromoFunds funds;
    private final Partners partners;
    private final BatchForm forms;
    private final BatchPages prepared;
    private final Pages pages;

    BatchController(PromoFunds funds, Partners partners, BatchForm forms, BatchPages prepared, Pages pages) {
        this.funds = funds;
        this.partners = partners;
        this.forms = forms;
        this.prepared = prepared;
        this.pages = pages;
    }

    /** @param done what was just done, to say so */
    @Get
    HttpResponse<?> list(Visitor visitor, @Nullable @QueryValue String done) {
        return list(visitor, HttpStatus.OK, Form.EMPTY, known(done));
    }

    @Get("/new")
    HttpResponse<?> blank(Visitor visitor) {
        Map<String, String> typed = new HashMap<>();
        typed.put("batch", Ids.next().toString());
        typed.put("cover", "50");
        typed.put("perPerson", "1");
        typed.put("organiserPercent", "0");
        typed.put("merchantPercent", "0");
        return form(visitor, HttpStatus.OK, Form.of(typed), null);
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> make(Visitor visitor, @Body Map<String, String> typed) {
        BatchForm.Read read = forms.read(typed, visitor.memberId());
        NewBatch batch = read.batch();
        if (batch == null) {
            return form(visitor, HttpStatus.UNPROCESSABLE_ENTITY, read.form(), null);
        }
        return switch (funds.make(batch)) {
            case Promise.Made made -> Pages.seeOther(visitor, HERE + "?done=made");
            case Promise.PlatformShort lacking ->
                form(
                        visitor,
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        read.form().with("budget", "coupons.batch.budget.platform"),
                        Money.yuan(lacking.freeFen()));
            case Promise.OrganiserShort lacking ->
                form(
                        visitor,
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        read.form().with("budget", "coupons.batch.budget.organiser"),
                        Money.yuan(lacking.freeFen()));
        };
    }

    @Post("/{id}/end")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> stop(Visitor visitor, UUID id, @Body Map<String, String> typed) {
        return funds.stop(visitor.memberId(), id).isPresent()
                ? Pages.seeOther(visitor, HERE + "?done=stopped")
                : HttpResponse.notFound();
    }

    /** Notes what was paid in. The payment's id comes with the page, so that pressing twice notes it once. */
    @Post("/funds")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> payIn(Visitor visitor, @Body Map<String, String> typed) {
        Form form = Form.of(typed);
        String code = form.value("fund");
        Optional<Partner> organiser = partners.byCode(code);
        OptionalLong fen = Money.fen(form.value("amount"));
        if (!code.isEmpty() && organiser.isEmpty()) {
            form = form.with("fund", "coupons.fund.wrong");
        }
        if (fen.isEmpty() || fen.getAsLong() == 0) {
            form = form.with("amount", "coupons.fund.amount.wrong");
        }
        Optional<UUID> payment = id(form.value("payment"));
        if (!form.errors().isEmpty() || payment.isEmpty()) {
            return list(visitor, HttpStatus.UNPROCESSABLE_ENTITY, form, null);
        }
        funds.payIn(visitor.memberId(), organiser.map(Partner::id).orElse(null), fen.orElseThrow(), payment.get());
        return Pages.seeOther(visitor, HERE + "?done=paid");
    }

    private HttpResponse<?> list(Visitor visitor, HttpStatus status, Form form, @Nullable String done) {
        return pages.show(visitor, status, "coupons/batches", prepared.list(visitor.language(), form, done));
    }

    private HttpResponse<?> form(Visitor visitor, HttpStatus status, Form form, @Nullable String free) {
        return pages.show(visitor, status, "coupons/batch", prepared.form(visitor.language(), form, free));
    }

    private static @Nullable String known(@Nullable String done) {
        return done != null && done.matches("made|stopped|paid") ? done : null;
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
