package terrace.web.giving;

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
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.money.Money;
import terrace.orders.donations.NewPayout;
import terrace.orders.donations.NewProject;
import terrace.orders.donations.Opening;
import terrace.orders.donations.PayingOut;
import terrace.orders.donations.Project;
import terrace.orders.donations.Projects;
import terrace.web.pages.Form;
import terrace.web.pages.Pages;
import terrace.web.requests.Upload;
import terrace.web.requests.Uploads;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** Where organisers open projects and write down what was paid on and what became of it. */
@Controller("/organiser/projects")
@Secured(Access.ORGANISER)
class ProjectDeskController {
    private static final String HERE = "/organiser/projects";

    private final Projects projects;
    private final ProjectPages prepared;
    private final ProjectForms forms;
    private final Clock clock;
    private final Pages pages;

    ProjectDeskController(Projects projects, ProjectPages prepared, ProjectForms forms, Clock clock, Pages pages) {
        this.projects = projects;
        this.prepared = prepared;
        this.forms = forms;
        this.clock = clock;
        this.pages = pages;
    }

    @Get
    HttpResponse<?> list(Visitor visitor) {
        return list(visitor, HttpStatus.OK, Form.EMPTY);
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> open(Visitor visitor, @Body Map<String, String> typed) {
        Form form = Form.of(typed);
        Opening outcome = projects.open(
                visitor.memberId(),
                new NewProject(
                        form.value("code").strip(),
                        form.value("title"),
                        form.value("titleEn"),
                        form.value("story"),
                        form.value("storyEn"),
                        Money.fen(form.value("goal")).orElse(0)));
        return outcome instanceof Opening.Opened(Project project)
                ? Pages.seeOther(visitor, HERE + "/" + project.code())
                : list(visitor, HttpStatus.UNPROCESSABLE_ENTITY, ProjectForms.told(form, outcome));
    }

    @Get("/{code}")
    HttpResponse<?> show(Visitor visitor, String code, @Nullable @QueryValue String done) {
        boolean known = done != null && done.matches("paid|received|closed|till");
        return page(visitor, HttpStatus.OK, code, blank(), known ? done : null);
    }

    private Form blank() {
        return Form.of(Map.of(
                "payout",
                Ids.next().toString(),
                "on",
                clock.today().toString(),
                "day",
                clock.today().toString()));
    }

    /** From now on the till offers this one. */
    @Post("/{code}/till")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> till(Visitor visitor, String code, @Body Map<String, String> typed) {
        return projects.putAtTill(visitor.memberId(), code) ? done(visitor, code, "till") : HttpResponse.notFound();
    }

    @Post("/{code}/closing")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> close(Visitor visitor, String code, @Body Map<String, String> typed) {
        return projects.close(visitor.memberId(), code) ? done(visitor, code, "closed") : HttpResponse.notFound();
    }

    @Post("/{code}/payouts")
    @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
    HttpResponse<?> payOut(HttpRequest<?> request, Visitor visitor, String code) {
        Upload upload = Uploads.orNothing(request);
        Form form = Form.of(upload.fields());
        OptionalLong fen = Money.fen(form.value("amount"));
        Optional<LocalDate> on = forms.day(form.value("on"));
        Optional<UUID> id = Ids.read(form.value("payout"));
        if (fen.isEmpty() || on.isEmpty() || id.isEmpty()) {
            return wrong(visitor, code, form.with(fen.isEmpty() ? "amount" : "on", "giving.desk.payout.wrong"));
        }
        NewPayout payout = new NewPayout(
                id.get(),
                fen.getAsLong(),
                form.value("payee"),
                form.value("purpose"),
                on.get(),
                form.value("reference"));
        return projects.payOut(visitor.memberId(), code, payout, upload.file())
                .<HttpResponse<?>>map(outcome -> outcome instanceof PayingOut.Recorded
                        ? done(visitor, code, "paid")
                        : wrong(visitor, code, ProjectForms.told(form, outcome, "file", "payee")))
                .orElseGet(HttpResponse::notFound);
    }

    @Post("/{code}/payouts/{id}/receipt")
    @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
    HttpResponse<?> receive(HttpRequest<?> request, Visitor visitor, String code, UUID id) {
        Upload upload = Uploads.orNothing(request);
        Form form = Form.of(upload.fields());
        Optional<LocalDate> day = forms.day(form.value("day"));
        if (day.isEmpty()) {
            return wrong(visitor, code, form.with("day", "giving.desk.day.wrong"));
        }
        return projects.receive(visitor.memberId(), code, id, form.value("text"), day.get(), upload.file())
                .<HttpResponse<?>>map(outcome -> outcome instanceof PayingOut.Recorded
                        ? done(visitor, code, "received")
                        : wrong(visitor, code, ProjectForms.told(form, outcome, "receipt", "text")))
                .orElseGet(HttpResponse::notFound);
    }

    private static HttpResponse<?> done(Visitor visitor, String code, String what) {
        return Pages.seeOther(visitor, HERE + "/" + code + "?done=" + what);
    }

    private HttpResponse<?> wrong(Visitor visitor, String code, Form form) {
        Map<String, String> both = new HashMap<>(blank().values());
        both.putAll(form.values());
        return page(visitor, HttpStatus.UNPROCESSABLE_ENTITY, code, new Form(Map.copyOf(both), form.errors()), null);
    }

    private HttpResponse<?> list(Visitor visitor, HttpStatus status, Form form) {
        return pages.show(visitor, status, "giving/desk", new DeskPage(prepared.cards(visitor.language()), form));
    }

    private HttpResponse<?> page(Visitor visitor, HttpStatus status, String code, Form form, @Nullable String done) {
        return projects.byCode(code)
                .<HttpResponse<?>>map(project -> pages.show(
                        visitor,
                        status,
                        "giving/desk-project",
                        new DeskProjectPage(
                                prepared.card(visitor.language(), project),
                                prepared.payouts(project.id()),
                                projects.atTill(clock.now())
                                        .filter(one -> one.id().equals(project.id()))
                                        .isPresent(),
                                form,
                                done)))
                .orElseGet(HttpResponse::notFound);
    }

    record DeskPage(List<ProjectPages.Card> projects, Form form) {}

    /** @param till whether gifts at the till are for this one */
    record DeskProjectPage(
            ProjectPages.Card project,
            List<ProjectPages.Payout> payouts,
            boolean till,
            Form form,
            @Nullable String done) {}
}
