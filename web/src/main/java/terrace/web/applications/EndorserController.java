package terrace.web.applications;

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
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.applications.Application;
import terrace.marketplace.applications.Decision;
import terrace.marketplace.applications.Endorsements;
import terrace.marketplace.applications.Queue;
import terrace.marketplace.endorsers.Endorsers;
import terrace.marketplace.regions.Regions;
import terrace.web.pages.Form;
import terrace.web.pages.Pages;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** A county's desk: its own applicants, to be vouched for or sent back. */
@Controller("/endorser/applications")
@Secured(Access.ENDORSER)
class EndorserController {
    private static final String HERE = "/endorser/applications";
    private static final int SHOWN = 30;

    private final Endorsements endorsements;
    private final Endorsers endorsers;
    private final Regions regions;
    private final DossierPages dossiers;
    private final DecisionDesk desk;
    private final Pages pages;

    EndorserController(
            Endorsements endorsements,
            Endorsers endorsers,
            Regions regions,
            DossierPages dossiers,
            DecisionDesk desk,
            Pages pages) {
        this.endorsements = endorsements;
        this.endorsers = endorsers;
        this.regions = regions;
        this.dossiers = dossiers;
        this.desk = desk;
        this.pages = pages;
    }

    @Get
    HttpResponse<?> list(Visitor visitor, @Nullable @QueryValue String after, @Nullable @QueryValue String done) {
        Queue queue = endorsements.queue(visitor.memberId(), after, SHOWN);
        String county = endorsers
                .of(visitor.memberId())
                .map(endorser -> regions.path(endorser.countyCode()))
                .orElse("");
        return pages.show(
                visitor,
                "applications/county-queue",
                new QueuePage(county, desk.waiting(visitor, queue, HERE, HERE, after, done)));
    }

    @Get("/{id}")
    HttpResponse<?> show(Visitor visitor, UUID id) {
        return page(visitor, HttpStatus.OK, id, Form.EMPTY);
    }

    @Get("/{id}/papers/{paperId}")
    HttpResponse<?> paper(Visitor visitor, UUID id, UUID paperId) {
        return PaperFiles.send(
                endorsements.paper(visitor.memberId(), id, paperId),
                endorsements.paperFile(visitor.memberId(), id, paperId));
    }

    @Post("/{id}/endorsement")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> endorse(Visitor visitor, UUID id, @Body Map<String, String> typed) {
        if (!typed.containsKey("known")) {
            return page(
                    visitor,
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    id,
                    Form.of(typed).with("known", "applications.endorse.tick"));
        }
        return answer(visitor, id, typed, endorsements.endorse(visitor.memberId(), id, Outcomes.round(typed)));
    }

    @Post("/{id}/return")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> sendBack(Visitor visitor, UUID id, @Body Map<String, String> typed) {
        return answer(visitor, id, typed, desk.sendBack(visitor, id, typed, endorsements::sendBack));
    }

    private HttpResponse<?> answer(Visitor visitor, UUID id, Map<String, String> typed, Optional<Decision> decision) {
        return desk.answer(
                visitor, HERE, typed, decision, form -> page(visitor, HttpStatus.UNPROCESSABLE_ENTITY, id, form));
    }

    private HttpResponse<?> page(Visitor visitor, HttpStatus status, UUID id, Form form) {
        return endorsements
                .of(visitor.memberId(), id)
                .<HttpResponse<?>>map(application -> pages.show(
                        visitor,
                        status,
                        "applications/endorse",
                        new EndorsePage(
                                dossiers.withWord(
                                        visitor.language(),
                                        application,
                                        endorsements.papers(application),
                                        endorsements.flags(application),
                                        endorsements.history(application)),
                                form,
                                HERE + "/" + id,
                                application.state() == Application.State.SUBMITTED)))
                .orElseGet(HttpResponse::notFound);
    }

    record QueuePage(String county, DecisionDesk.Waiting waiting) {}

    record EndorsePage(Dossier dossier, Form form, String here, boolean open) {}
}
