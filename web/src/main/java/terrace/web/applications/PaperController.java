package terrace.web.applications;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.applications.Application;
import terrace.marketplace.applications.Applications;
import terrace.marketplace.applications.Requirements;
import terrace.marketplace.papers.NewPaper;
import terrace.marketplace.papers.Paper;
import terrace.marketplace.papers.PaperIntake;
import terrace.marketplace.papers.PaperKind;
import terrace.web.pages.Form;
import terrace.web.pages.Pages;
import terrace.web.requests.Upload;
import terrace.web.requests.Uploads;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** An applicant's papers: handed in, looked at, taken back. */
@Controller("/merchant/application/papers")
@Secured(Access.SIGNED_IN)
class PaperController {
    private static final String HERE = "/merchant/application/papers";
    private final Applications applications;
    private final DossierPages dossiers;
    private final Pages pages;

    PaperController(Applications applications, DossierPages dossiers, Pages pages) {
        this.applications = applications;
        this.dossiers = dossiers;
        this.pages = pages;
    }

    @Get
    HttpResponse<?> list(Visitor visitor) {
        return page(visitor, HttpStatus.OK, Form.EMPTY);
    }

    @Post
    @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
    HttpResponse<?> add(HttpRequest<?> request, Visitor visitor) {
        Upload upload = Uploads.orNothing(request);
        Form form = Form.of(upload.fields());
        Optional<PaperKind> kind = Arrays.stream(PaperKind.values())
                .filter(known -> known.name().equals(form.value("kind")))
                .findFirst();
        if (kind.isEmpty()) {
            return page(visitor, HttpStatus.UNPROCESSABLE_ENTITY, form.with("kind", "applications.paper.kind-missing"));
        }
        Optional<LocalDate> until = day(form.value("until"));
        if (until.isEmpty() && !form.value("until").isBlank()) {
            return page(visitor, HttpStatus.UNPROCESSABLE_ENTITY, form.with("until", "applications.paper.no-day"));
        }
        Optional<PaperIntake> intake = applications.addPaper(
                visitor.workerId(), new NewPaper(kind.get(), form.value("number"), until.orElse(null)), upload.file());
        return intake.isPresent() && intake.get() instanceof PaperIntake.Refused(PaperIntake.Reason reason)
                ? page(
                        visitor,
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        form.with(field(reason), "applications.paper." + reason.name()))
                : Pages.seeOther(visitor, HERE);
    }

    /** Not for a clerk: who acts for a household hands its papers in, and has them at hand. */
    @Get("/{id}")
    HttpResponse<?> show(Visitor visitor, UUID id) {
        if (visitor.household() != null) {
            return HttpResponse.notFound();
        }
        Optional<Paper> paper = applications.papers(visitor.workerId()).stream()
                .filter(own -> own.id().equals(id))
                .findFirst();
        return PaperFiles.send(paper, applications.paperFile(visitor.workerId(), id));
    }

    @Post("/{id}/removal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> remove(Visitor visitor, UUID id) {
        return applications.removePaper(visitor.workerId(), id)
                ? Pages.seeOther(visitor, HERE)
                : HttpResponse.notFound();
    }

    private HttpResponse<?> page(Visitor visitor, HttpStatus status, Form form) {
        Optional<Application> application = applications.of(visitor.workerId());
        if (application.isEmpty() || application.get().kind() == null) {
            return Pages.seeOther(visitor, "/merchant/application");
        }
        return pages.show(visitor, status, "applications/papers", page(visitor, application.get(), form));
    }

    private PapersPage page(Visitor visitor, Application application, Form form) {
        List<Dossier.Sheet> sheets = applications.papers(visitor.workerId()).stream()
                .map(dossiers::sheet)
                .toList();
        Requirements requirements = Requirements.of(Objects.requireNonNull(application.kind()));
        List<Wanted> wanted = requirements.allPapers().stream()
                .map(kind -> new Wanted(
                        kind.name(),
                        requirements.papers().contains(kind),
                        sheets.stream().anyMatch(sheet -> sheet.kind().equals(kind.name()) && !sheet.expired())))
                .toList();
        String chosen = form.value("kind").isEmpty()
                ? wanted.stream()
                        .filter(each -> each.needed() && !each.there())
                        .map(Wanted::kind)
                        .findFirst()
                        .orElse("OTHER")
                : form.value("kind");
        return new PapersPage(form, wanted, chosen, sheets, application.editable());
    }

    private static Optional<LocalDate> day(@Nullable String typed) {
        try {
            return typed == null || typed.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(typed.strip()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String field(PaperIntake.Reason reason) {
        return switch (reason) {
            case NUMBER_TOO_LONG -> "number";
            case EXPIRED -> "until";
            default -> "file";
        };
    }

    /** @param there whether a good one was handed in */
    record Wanted(String kind, boolean needed, boolean there) {}

    /** @param chosen the kind of paper to hand in next */
    record PapersPage(Form form, List<Wanted> wanted, String chosen, List<Dossier.Sheet> sheets, boolean editable) {}
}
