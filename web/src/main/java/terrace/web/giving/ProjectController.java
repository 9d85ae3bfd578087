package terrace.web.giving;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import terrace.marketplace.accounts.Account;
import terrace.marketplace.accounts.Role;
import terrace.marketplace.ids.Ids;
import terrace.orders.agreements.Agreement;
import terrace.orders.agreements.Agreements;
import terrace.orders.donations.Projects;
import terrace.web.pages.Form;
import terrace.web.pages.Pages;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** What gifts are collected for, and where each went, for everybody to see. */
@Controller("/projects")
@Secured(Access.ANYONE)
class ProjectController {
    private static final String USUAL_YUAN = "10.00";

    private final Projects projects;
    private final ProjectPages prepared;
    private final Agreements agreements;
    private final Pages pages;

    ProjectController(Projects projects, ProjectPages prepared, Agreements agreements, Pages pages) {
        this.projects = projects;
        this.prepared = prepared;
        this.agreements = agreements;
        this.pages = pages;
    }

    @Get
    HttpResponse<?> list(Visitor visitor) {
        return pages.show(visitor, "giving/projects", new ListPage(prepared.cards(visitor.language())));
    }

    @Get("/{code}")
    HttpResponse<?> show(Visitor visitor, String code) {
        boolean member =
                visitor.account().filter(account -> account.is(Role.MEMBER)).isPresent();
        return projects.byCode(code)
                .<HttpResponse<?>>map(project -> pages.show(
                        visitor,
                        "giving/project",
                        new ProjectPage(
                                prepared.card(visitor.language(), project),
                                prepared.payouts(project.id()),
                                prepared.gifts(project.id()),
                                Form.of(Map.of(
                                        "donation", Ids.next().toString(), "amount", USUAL_YUAN, "project", code)),
                                member,
                                member && signed(visitor.account()))))
                .orElseGet(HttpResponse::notFound);
    }

    private boolean signed(Optional<Account> account) {
        return account.flatMap(one -> agreements.ofMember(one.id()))
                .filter(agreement -> agreement.state() == Agreement.State.ACTIVE)
                .isPresent();
    }

    @Get("/payouts/{id}/slip")
    HttpResponse<?> slip(UUID id) {
        return file(projects.document(id, false), "slip");
    }

    @Get("/payouts/{id}/receipt")
    HttpResponse<?> receipt(UUID id) {
        return file(projects.document(id, true), "receipt");
    }

    private static HttpResponse<?> file(Optional<Projects.Document> document, String name) {
        if (document.isEmpty()) {
            return HttpResponse.notFound();
        }
        boolean picture = document.get().mediaType().startsWith("image/");
        return HttpResponse.ok(document.get().bytes())
                .header(HttpHeaders.CONTENT_TYPE, document.get().mediaType())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        (picture ? "inline" : "attachment") + "; filename=\"" + name + (picture ? ".jpg" : ".pdf")
                                + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=3600");
    }

    record ListPage(List<ProjectPages.Card> projects) {}

    /** @param signed whether one click is enough */
    record ProjectPage(
            ProjectPages.Card project,
            List<ProjectPages.Payout> payouts,
            List<ProjectPages.Gift> gifts,
            Form form,
            boolean member,
            boolean signed) {}
}
