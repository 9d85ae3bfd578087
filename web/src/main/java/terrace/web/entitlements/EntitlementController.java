package terrace.web.entitlements;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import terrace.marketplace.coupons.NewBatch;
import terrace.marketplace.entitlements.BadRow;
import terrace.marketplace.entitlements.Entitlements;
import terrace.marketplace.entitlements.Reading;
import terrace.marketplace.entitlements.Run;
import terrace.marketplace.entitlements.SheetRow;
import terrace.marketplace.money.Money;
import terrace.marketplace.pledges.Pledge;
import terrace.marketplace.pledges.Pledges;
import terrace.marketplace.recommenders.Recommender;
import terrace.marketplace.recommenders.Recommenders;
import terrace.orders.promotions.Promise;
import terrace.orders.promotions.PromoFunds;
import terrace.web.pages.Form;
import terrace.web.pages.Language;
import terrace.web.pages.Pages;
import terrace.web.pages.Words;
import terrace.web.requests.Upload;
import terrace.web.requests.Uploads;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** A partner's benefits for its people, handed out by a sheet, and its pledges. */
@Controller("/partner/benefits")
@Secured(Access.RECOMMENDER)
class EntitlementController {
    private static final String HERE = "/partner/benefits";
    private static final String FORMULA = "[=+\\-@\t].*";

    private final Recommenders recommenders;
    private final Entitlements entitlements;
    private final Pledges pledges;
    private final PromoFunds funds;
    private final EntitlementForm forms;
    private final EntitlementPages prepared;
    private final Words words;
    private final Pages pages;

    EntitlementController(
            Recommenders recommenders,
            Entitlements entitlements,
            Pledges pledges,
            PromoFunds funds,
            EntitlementForm forms,
            EntitlementPages prepared,
            Words words,
            Pages pages) {
        this.recommenders = recommenders;
        this.entitlements = entitlements;
        this.pledges = pledges;
        this.funds = funds;
        this.forms = forms;
        this.prepared = prepared;
        this.words = words;
        this.pages = pages;
    }

    @Get
    HttpResponse<?> show(Visitor visitor) {
        return page(visitor, HttpStatus.OK, Form.EMPTY);
    }

    /** The budget is for all rows of the sheet; what bad rows leave of it is free again when it is worked off. */
    @Post
    @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
    HttpResponse<?> start(HttpRequest<?> request, Visitor visitor) {
        Optional<UUID> partner = partner(visitor);
        if (partner.isEmpty()) {
            return HttpResponse.notFound();
        }
        Upload upload = Uploads.orNothing(request);
        Form form = Form.of(upload.fields());
        return switch (upload.file().length == 0 ? new Reading.Rows(List.of()) : entitlements.read(upload.file())) {
            case Reading.Refused refused ->
                again(visitor, form.with("file", "sheets.why." + refused.why().name()));
            case Reading.Rows read ->
                read.rows().isEmpty()
                        ? again(visitor, form.with("file", "sheets.file-missing"))
                        : start(visitor, partner.get(), upload.fields(), read.rows());
        };
    }

    private HttpResponse<?> start(Visitor visitor, UUID partner, Map<String, String> typed, List<SheetRow> people) {
        EntitlementForm.Read<NewBatch> read = forms.batch(typed, partner, people.size(), visitor.memberId());
        NewBatch batch = read.thing();
        if (batch == null) {
            return again(visitor, read.form());
        }
        if (!(funds.make(batch) instanceof Promise.Made)) {
            return again(visitor, read.form().with("face", "entitlements.fund-short"));
        }
        UUID run = EntitlementForm.id(typed.getOrDefault("run", ""));
        entitlements.start(run, partner, batch.terms().batchId(), batch.terms().title(), people, visitor.memberId());
        return Pages.seeOther(visitor, HERE + "/" + run);
    }

    @Get("/{id}")
    HttpResponse<?> run(Visitor visitor, UUID id) {
        return partner(visitor)
                .flatMap(partner -> entitlements.byId(partner, id))
                .<HttpResponse<?>>map(run -> pages.show(
                        visitor,
                        "entitlements/run",
                        prepared.run(visitor.language(), run, entitlements.use(run.partnerId(), id))))
                .orElseGet(HttpResponse::notFound);
    }

    /** The rows that brought nobody a coupon, with the reason, to be mended and handed in again. */
    @Get("/{id}/bad-rows")
    HttpResponse<?> badRows(Visitor visitor, UUID id) {
        return partner(visitor)
                .flatMap(partner -> entitlements.badRows(partner, id))
                .<HttpResponse<?>>map(rows -> HttpResponse.ok(csv(visitor.language(), rows))
                        .header(HttpHeaders.CONTENT_TYPE, "text/csv;charset=utf-8")
                        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"bad-rows.csv\""))
                .orElseGet(HttpResponse::notFound);
    }

    @Post("/pledges")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> pledge(Visitor visitor, @Body Map<String, String> typed) {
        Optional<UUID> partner = partner(visitor);
        if (partner.isEmpty()) {
            return HttpResponse.notFound();
        }
        EntitlementForm.Read<Pledge> read = forms.pledge(typed, partner.get());
        Pledge pledge = read.thing();
        if (pledge == null) {
            return again(visitor, read.form());
        }
        pledges.make(pledge, visitor.memberId());
        return Pages.seeOther(visitor, "/pledges");
    }

    private String csv(Language language, List<BadRow> rows) {
        String mark = "\uFEFF";
        return mark + words.say(language, "entitlements.csv.headings") + "\r\n"
                + rows.stream()
                        .map(bad -> String.join(
                                ",",
                                cell(bad.row().signInName()),
                                cell(bad.row().department()),
                                cell(words.say(
                                        language,
                                        "entitlements.problem." + bad.problem().name())),
                                Integer.toString(bad.row().number())))
                        .collect(Collectors.joining("\r\n"))
                + "\r\n";
    }

    /** What a spreadsheet would take for a formula is made harmless. */
    private static String cell(String text) {
        String harmless = text.matches(FORMULA) ? "'" + text : text;
        return '"' + harmless.replace("\"", "\"\"") + '"';
    }

    private Optional<UUID> partner(Visitor visitor) {
        return recommenders.of(visitor.memberId()).map(Recommender::partnerId);
    }

    private HttpResponse<?> again(Visitor visitor, Form form) {
        return page(visitor, HttpStatus.UNPROCESSABLE_ENTITY, form);
    }

    private HttpResponse<?> page(Visitor visitor, HttpStatus status, Form form) {
        Optional<UUID> partner = partner(visitor);
        List<Run> runs = partner.map(entitlements::ofPartner).orElse(List.of());
        String free = partner.map(
                        id -> Money.grouped(Math.max(0, funds.state(id).freeFen())))
                .orElse(Money.grouped(0));
        return pages.show(visitor, status, "entitlements/benefits", prepared.list(runs, free, form));
    }
}
