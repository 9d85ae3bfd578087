package terrace.web.coupons;

import io.micronaut.http.HttpHeaders;
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
import terrace.marketplace.gifts.Codes;
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
    private final Codes codes;
    private final BatchForm forms;
    private final BatchPages prepared;
    private final Pages pages;

    BatchController(
            PromoFunds funds, Partners partners, Codes codes, BatchForm forms, BatchPages prepared, Pages pages) {
        this.funds = funds;
        this.partners = partners;
        this.codes = codes;
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
            case Promise.Made made -> made(visitor, batch, read.form());
            case Promise.PlatformShort lacking ->
                form(
                        visitor,
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        read.form().with("budget", "coupons.batch.budget.platform"),
                        Money.grouped(lacking.freeFen()));
            case Promise.OrganiserShort lacking ->
                form(
                        visitor,
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        read.form().with("budget", "coupons.batch.budget.organiser"),
                        Money.grouped(lacking.freeFen()));
        };
    }

    /** A code somebody else's coupon has is told, with the batch standing: it may get single codes, or be ended. */
    private HttpResponse<?> made(Visitor visitor, NewBatch batch, Form form) {
        String code = form.value("sharedCode").strip();
        if (!code.isEmpty() && !codes.share(batch.terms().batchId(), code, visitor.memberId())) {
            return Pages.seeOther(visitor, HERE + "?done=code-taken");
        }
        return Pages.seeOther(visitor, HERE + "?done=made");
    }

    /** A file of codes, each for one; they are never shown again. */
    @Post("/{id}/codes")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> codes(Visitor visitor, UUID id, @Body Map<String, String> typed) {
        String count = typed.getOrDefault("count", "").strip();
        int wanted = count.matches("\\d{1,5}") ? Integer.parseInt(count) : 0;
        if (!prepared.codesFor(id)) {
            return HttpResponse.notFound();
        }
        if (wanted < 1 || wanted > Codes.SINGLES_MAX) {
            return list(
                    visitor,
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    Form.of(typed).with("count-" + id, "coupons.codes.wrong"),
                    null);
        }
        return HttpResponse.ok(String.join("\n", codes.singles(id, wanted, visitor.memberId())) + "\n")
                .header(HttpHeaders.CONTENT_TYPE, "text/csv;charset=utf-8")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"coupon-codes.csv\"");
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
        Optional<UUID> payment = Ids.read(form.value("payment"));
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
        return done != null && done.matches("made|stopped|paid|code-taken") ? done : null;
    }
}
