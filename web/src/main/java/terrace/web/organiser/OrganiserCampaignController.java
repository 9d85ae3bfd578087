package terrace.web.organiser;

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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.campaigns.Campaign;
import terrace.marketplace.organising.Halting;
import terrace.marketplace.organising.Plans;
import terrace.marketplace.organising.Publishing;
import terrace.marketplace.organising.Reports;
import terrace.marketplace.organising.Running;
import terrace.web.pages.Form;
import terrace.web.pages.Pages;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** An organiser's campaigns, and the board of one: how it stands, what is at risk, stopping and telling. */
@Controller("/organiser")
@Secured({Access.ORGANISER, Access.RECOMMENDER})
class OrganiserCampaignController {
    private static final String HERE = "/organiser/campaigns";

    private final OrganiserDesk desk;
    private final Plans plans;
    private final Running running;
    private final Reports reports;
    private final BoardPages prepared;
    private final Pages pages;

    OrganiserCampaignController(
            OrganiserDesk desk, Plans plans, Running running, Reports reports, BoardPages prepared, Pages pages) {
        this.desk = desk;
        this.plans = plans;
        this.running = running;
        this.reports = reports;
        this.prepared = prepared;
        this.pages = pages;
    }

    @Get
    HttpResponse<?> home(Visitor visitor) {
        return Pages.seeOther(visitor, HERE);
    }

    @Get("/campaigns")
    HttpResponse<?> list(Visitor visitor) {
        List<Campaign> own = desk.organiser(visitor).map(plans::of).orElse(List.of());
        return pages.show(visitor, "organiser/campaigns", prepared.list(visitor.language(), own));
    }

    /** @param done what was just done, to say so */
    @Get("/campaigns/{id}")
    HttpResponse<?> board(Visitor visitor, UUID id, @Nullable @QueryValue String done) {
        return board(visitor, HttpStatus.OK, id, Form.EMPTY, done);
    }

    /** Large figures for a screen on the wall; "live=no" keeps them still. */
    @Get("/campaigns/{id}/wallboard")
    HttpResponse<?> wallboard(Visitor visitor, UUID id, @QueryValue(defaultValue = "") String live) {
        return desk.campaign(visitor, id)
                .filter(campaign -> campaign.state().announced())
                .<HttpResponse<?>>map(campaign -> pages.show(
                        visitor,
                        "organiser/wallboard",
                        prepared.wallboard(visitor.language(), campaign, !live.equals("no"))))
                .orElseGet(HttpResponse::notFound);
    }

    @Post("/campaigns/{id}/pause")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> pause(Visitor visitor, UUID id, @Body Map<String, String> typed) {
        return halt(visitor, id, typed, "paused", running::pause);
    }

    @Post("/campaigns/{id}/resumption")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> resume(Visitor visitor, UUID id, @Body Map<String, String> typed) {
        return halt(visitor, id, typed, "resumed", running::resume);
    }

    @Post("/campaigns/{id}/notes")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> note(Visitor visitor, UUID id, @Body Map<String, String> typed) {
        return halt(visitor, id, typed, "noted", running::note);
    }

    @Post("/campaigns/{id}/report")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> publish(Visitor visitor, UUID id, @Body Map<String, String> typed) {
        Form form = Form.of(typed);
        return desk.organiser(visitor)
                .flatMap(organiser -> reports.publish(organiser, id, form.value("summary"), form.value("summaryEn")))
                .<HttpResponse<?>>map(outcome -> switch (outcome) {
                    case Publishing.Published published -> Pages.seeOther(visitor, HERE + "/" + id + "?done=published");
                    case Publishing.NotOver notOver -> Pages.seeOther(visitor, HERE + "/" + id);
                    case Publishing.PublishedBefore before -> Pages.seeOther(visitor, HERE + "/" + id);
                    case Publishing.WordsWrong wrong -> again(visitor, id, told(form, wrong));
                })
                .orElseGet(HttpResponse::notFound);
    }

    private static Form told(Form form, Publishing.WordsWrong wrong) {
        Form told = wrong.chinese() ? form.with("summary", "organiser.report.summary.wrong") : form;
        return wrong.english() ? told.with("summaryEn", "organiser.report.summary.wrong") : told;
    }

    /** Stops it, lets it go on, or notes something. */
    private interface Halt {
        Halting by(UUID accountId, UUID campaignId, String reason);
    }

    private HttpResponse<?> halt(Visitor visitor, UUID id, Map<String, String> typed, String done, Halt halt) {
        if (desk.campaign(visitor, id).isEmpty()) {
            return HttpResponse.notFound();
        }
        Form form = Form.of(typed);
        return switch (halt.by(visitor.memberId(), id, form.value("reason"))) {
            case Halting.Done did -> Pages.seeOther(visitor, HERE + "/" + id + "?done=" + done);
            case Halting.NotNow not -> Pages.seeOther(visitor, HERE + "/" + id);
            case Halting.NoReason none -> again(visitor, id, form.with("reason", "organiser.reason.wrong"));
        };
    }

    private HttpResponse<?> again(Visitor visitor, UUID id, Form form) {
        return board(visitor, HttpStatus.UNPROCESSABLE_ENTITY, id, form, null);
    }

    private HttpResponse<?> board(Visitor visitor, HttpStatus status, UUID id, Form form, @Nullable String done) {
        return desk.campaign(visitor, id)
                .<HttpResponse<?>>map(campaign -> pages.show(
                        visitor,
                        status,
                        "organiser/campaign",
                        prepared.board(visitor.language(), campaign, form, known(done))))
                .orElseGet(HttpResponse::notFound);
    }

    private static @Nullable String known(@Nullable String done) {
        return done != null && done.matches("handed-in|missing|asked-longer|paused|resumed|noted|published")
                ? done
                : null;
    }
}
