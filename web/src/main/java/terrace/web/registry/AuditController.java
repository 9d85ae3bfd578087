package terrace.web.registry;

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
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.impact.Allocating;
import terrace.marketplace.impact.Allocation;
import terrace.marketplace.impact.Allocations;
import terrace.marketplace.impact.Correcting;
import terrace.marketplace.impact.ImpactFacts;
import terrace.web.pages.Form;
import terrace.web.pages.Pages;
import terrace.web.requests.Upload;
import terrace.web.requests.Uploads;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** The platform's desk: calls allocations audited by an auditor's paper, and sets facts right by further ones. */
@Controller("/operator/impact")
@Secured(Access.OPERATOR)
class AuditController {
    private static final String HERE = "/operator/impact";
    private static final int SHOWN = 50;

    private final Allocations allocations;
    private final ImpactFacts facts;
    private final AllocationRows rows;
    private final Clock clock;
    private final Pages pages;

    AuditController(Allocations allocations, ImpactFacts facts, AllocationRows rows, Clock clock, Pages pages) {
        this.allocations = allocations;
        this.facts = facts;
        this.rows = rows;
        this.clock = clock;
        this.pages = pages;
    }

    @Get
    HttpResponse<?> list(
            Visitor visitor,
            @QueryValue(defaultValue = "" + Long.MAX_VALUE) long before,
            @Nullable @QueryValue String done) {
        return page(
                visitor,
                HttpStatus.OK,
                blank(),
                before,
                done != null && done.matches("audited|corrected") ? done : null);
    }

    @Post("/audits")
    @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
    HttpResponse<?> audit(HttpRequest<?> request, Visitor visitor) {
        Upload upload = Uploads.orNothing(request);
        Form form = Form.of(upload.fields());
        Optional<LocalDate> from = AllocationForm.day(form.value("from"));
        Optional<LocalDate> to = AllocationForm.day(form.value("to"));
        Optional<UUID> id = AllocationForm.id(form.value("audit"));
        Long number = whole(form.value("number"));
        if (from.isEmpty() || to.isEmpty()) {
            return wrong(visitor, form.with(from.isEmpty() ? "from" : "to", "registry.allocation.day.wrong"));
        }
        Optional<Allocating> outcome = number == null || id.isEmpty()
                ? Optional.empty()
                : allocations.audited(visitor.memberId(), id.get(), number, from.get(), to.get(), upload.file());
        if (outcome.isEmpty()) {
            return wrong(visitor, form.with("number", "registry.audit.number.wrong"));
        }
        return outcome.get() instanceof Allocating.Recorded
                ? Pages.seeOther(visitor, HERE + "?done=audited")
                : wrong(visitor, AllocationForm.told(form, outcome.get()));
    }

    @Post("/corrections")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> correct(Visitor visitor, @Body Map<String, String> typed) {
        Form form = Form.of(typed);
        Long number = whole(form.value("fact"));
        Long grams = whole(form.value("grams"));
        Long fen = whole(form.value("fen"));
        Optional<UUID> id = AllocationForm.id(form.value("correction"));
        if (number == null || grams == null || fen == null || id.isEmpty()) {
            return wrong(visitor, form.with("fact", "registry.correction.figures"));
        }
        Optional<Correcting> outcome =
                facts.correct(visitor.memberId(), id.get(), number, grams, fen, form.value("note"));
        if (outcome.isEmpty()) {
            return wrong(visitor, form.with("fact", "registry.correction.unknown"));
        }
        return switch (outcome.get()) {
            case Correcting.Corrected corrected -> Pages.seeOther(visitor, HERE + "?done=corrected");
            case Correcting.NoteMissing missing -> wrong(visitor, form.with("note", "registry.correction.note"));
            case Correcting.NothingToCorrect none -> wrong(visitor, form.with("grams", "registry.correction.nothing"));
            case Correcting.TooMuch left -> wrong(visitor, form.with("grams", "registry.correction.too-much"));
        };
    }

    @Get("/allocations/{number}/document")
    HttpResponse<?> document(Visitor visitor, long number) {
        return Documents.send(allocations.document(number), "allocation-" + number);
    }

    private Form blank() {
        Map<String, String> blank = new HashMap<>();
        blank.put("audit", Ids.next().toString());
        blank.put("correction", Ids.next().toString());
        blank.put("from", clock.today().toString());
        blank.put("to", clock.today().plusYears(1).toString());
        return Form.of(blank);
    }

    private HttpResponse<?> wrong(Visitor visitor, Form form) {
        Map<String, String> both = new HashMap<>(blank().values());
        both.putAll(form.values());
        return page(
                visitor,
                HttpStatus.UNPROCESSABLE_ENTITY,
                new Form(Map.copyOf(both), form.errors()),
                Long.MAX_VALUE,
                null);
    }

    private HttpResponse<?> page(Visitor visitor, HttpStatus status, Form form, long before, @Nullable String done) {
        List<Allocation> found = allocations.newest(before, SHOWN);
        return pages.show(
                visitor,
                status,
                "registry/audit",
                new AuditPage(
                        form,
                        rows.of(found),
                        found.size() < SHOWN
                                ? null
                                : HERE + "?before=" + found.getLast().number(),
                        before == Long.MAX_VALUE ? null : HERE,
                        done));
    }

    private static @Nullable Long whole(String text) {
        return text.strip().matches("-?[0-9]{1,15}") ? Long.valueOf(text.strip()) : null;
    }

    record AuditPage(
            Form form,
            List<AllocationRows.Row> rows,
            @Nullable String next,
            @Nullable String first,
            @Nullable String done) {}
}
