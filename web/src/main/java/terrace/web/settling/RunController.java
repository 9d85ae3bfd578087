package terrace.web.settling;

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
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.money.Money;
import terrace.orders.runs.Approval;
import terrace.orders.runs.Checking;
import terrace.orders.runs.Drafting;
import terrace.orders.runs.SettlementRuns;
import terrace.web.pages.Form;
import terrace.web.pages.Pages;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** A settlement run from draft to the bank's file; who drafts it does not approve it. */
@Controller("/operator/runs")
@Secured(Access.OPERATOR)
class RunController {
    private final SettlementRuns runs;
    private final RunPages prepared;
    private final Pages pages;

    RunController(SettlementRuns runs, RunPages prepared, Pages pages) {
        this.runs = runs;
        this.prepared = prepared;
        this.pages = pages;
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> draft(Visitor visitor) {
        return switch (runs.draft(visitor.memberId())) {
            case Drafting.Drafted(var run) -> at(visitor, run.id(), "drafted");
            case Drafting.AnotherOpen(var run) -> at(visitor, run.id(), "another");
            case Drafting.NothingToPay nothing -> Pages.seeOther(visitor, "/operator/settlement?nothing=true");
        };
    }

    /** @param done what was just done, to say so */
    @Get("/{id}")
    HttpResponse<?> show(Visitor visitor, UUID id, @Nullable @QueryValue String done) {
        return page(visitor, HttpStatus.OK, id, Form.EMPTY, RunPages.Said.of(done));
    }

    @Post("/{id}/check")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> check(Visitor visitor, UUID id) {
        return runs.check(id, visitor.memberId())
                .<HttpResponse<?>>map(checking -> switch (checking) {
                    case Checking.Sound sound -> at(visitor, id, "checked");
                    case Checking.NotADraft not -> at(visitor, id, "moved-on");
                    case Checking.BooksUnsound unsound ->
                        page(
                                visitor,
                                HttpStatus.UNPROCESSABLE_ENTITY,
                                id,
                                Form.EMPTY,
                                RunPages.Said.unsound(unsound.broken()));
                    case Checking.NotCovered not ->
                        page(
                                visitor,
                                HttpStatus.UNPROCESSABLE_ENTITY,
                                id,
                                Form.EMPTY,
                                RunPages.Said.refusal("not-covered"));
                })
                .orElseGet(HttpResponse::notFound);
    }

    /** The sum is typed in again by who approves: nobody approves what he has not read. */
    @Post("/{id}/approval")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> approve(Visitor visitor, UUID id, @Body Map<String, String> typed) {
        Form form = Form.of(typed);
        OptionalLong fen = Money.fen(form.value("sum"));
        return runs.approve(id, visitor.memberId(), fen.orElse(-1))
                .<HttpResponse<?>>map(approval -> switch (approval) {
                    case Approval.Sent sent -> at(visitor, id, "sent");
                    case Approval.NotChecked not -> at(visitor, id, "moved-on");
                    case Approval.SamePerson same -> refused(visitor, id, form, "settling.run.same-person");
                    case Approval.AnotherSum another -> refused(visitor, id, form, "settling.run.another-sum");
                })
                .orElseGet(HttpResponse::notFound);
    }

    private HttpResponse<?> refused(Visitor visitor, UUID id, Form form, String key) {
        return page(visitor, HttpStatus.UNPROCESSABLE_ENTITY, id, form.with("sum", key), RunPages.Said.of(null));
    }

    @Post("/{id}/withdrawal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> drop(Visitor visitor, UUID id) {
        return runs.drop(id, visitor.memberId())
                .<HttpResponse<?>>map(dropped -> at(visitor, id, dropped ? "dropped" : "moved-on"))
                .orElseGet(HttpResponse::notFound);
    }

    private static HttpResponse<?> at(Visitor visitor, UUID id, String done) {
        return Pages.seeOther(visitor, "/operator/runs/" + id + "?done=" + done);
    }

    private HttpResponse<?> page(Visitor visitor, HttpStatus status, UUID id, Form form, RunPages.Said said) {
        return runs.byId(id)
                .<HttpResponse<?>>map(run ->
                        pages.show(visitor, status, "settling/run", prepared.of(run, visitor.memberId(), form, said)))
                .orElseGet(HttpResponse::notFound);
    }
}
