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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.applications.Application;
import terrace.marketplace.applications.Check;
import terrace.marketplace.applications.Decision;
import terrace.marketplace.applications.Field;
import terrace.marketplace.applications.Queue;
import terrace.marketplace.applications.Reviews;
import terrace.web.pages.Form;
import terrace.web.pages.Pages;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** The operators' desk for applications: the queue by age, and one to read, approve, return or refuse. */
@Controller("/operator/applications")
@Secured(Access.OPERATOR)
class ReviewController {
    private static final String HERE = "/operator/applications";
    private static final int SHOWN = 50;
    private static final List<String> CHECKS =
            Arrays.stream(Check.values()).map(Enum::name).toList();

    private final Reviews reviews;
    private final DossierPages dossiers;
    private final DecisionDesk desk;
    private final Pages pages;

    ReviewController(Reviews reviews, DossierPages dossiers, DecisionDesk desk, Pages pages) {
        this.reviews = reviews;
        this.dossiers = dossiers;
        this.desk = desk;
        this.pages = pages;
    }

    @Get
    HttpResponse<?> list(
            Visitor visitor,
            @Nullable @QueryValue String state,
            @Nullable @QueryValue String after,
            @Nullable @QueryValue String done) {
        boolean atCounty = "SUBMITTED".equals(state);
        Queue queue = reviews.queue(atCounty ? Application.State.SUBMITTED : Application.State.ENDORSED, after, SHOWN);
        String here = HERE + "?state=" + (atCounty ? "SUBMITTED" : "ENDORSED");
        return pages.show(
                visitor,
                "applications/queue",
                new QueuePage(atCounty, desk.waiting(visitor, queue, HERE, here, after, done)));
    }

    @Get("/{id}")
    HttpResponse<?> show(Visitor visitor, UUID id) {
        return page(visitor, HttpStatus.OK, id, Form.EMPTY, null);
    }

    @Get("/{id}/papers/{paperId}")
    HttpResponse<?> paper(UUID id, UUID paperId) {
        return PaperFiles.send(reviews.paper(id, paperId), reviews.paperFile(id, paperId));
    }

    @Post("/{id}/approval")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> approve(Visitor visitor, UUID id, @Body Map<String, String> typed) {
        return answer(
                visitor,
                id,
                typed,
                reviews.approve(
                        visitor.memberId(),
                        id,
                        Outcomes.round(typed),
                        Arrays.stream(Check.values())
                                .filter(check -> typed.containsKey("check-" + check))
                                .collect(Collectors.toSet()),
                        typed.containsKey("unrelated")));
    }

    @Post("/{id}/return")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> sendBack(Visitor visitor, UUID id, @Body Map<String, String> typed) {
        return answer(visitor, id, typed, desk.sendBack(visitor, id, typed, reviews::sendBack));
    }

    @Post("/{id}/refusal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> refuse(Visitor visitor, UUID id, @Body Map<String, String> typed) {
        return answer(
                visitor,
                id,
                typed,
                reviews.refuse(visitor.memberId(), id, Outcomes.round(typed), typed.getOrDefault("note", "")));
    }

    /** Shows one masked number once, in the answer to this form and nowhere else. */
    @Post("/{id}/revelation")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> reveal(Visitor visitor, UUID id, @Body Map<String, String> typed) {
        Optional<Field> field = Field.byId(typed.getOrDefault("field", "")).filter(Field::masked);
        if (field.isEmpty()) {
            return HttpResponse.notFound();
        }
        return reviews.reveal(visitor.memberId(), id, field.get(), typed.getOrDefault("why", ""))
                .<HttpResponse<?>>map(text -> page(
                        visitor,
                        HttpStatus.OK,
                        id,
                        Form.EMPTY,
                        new Revealed(field.get().id(), text)))
                .orElseGet(() -> page(
                        visitor,
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        id,
                        Form.of(typed).with("why", "applications.reveal.why-missing"),
                        null));
    }

    private HttpResponse<?> answer(Visitor visitor, UUID id, Map<String, String> typed, Optional<Decision> decision) {
        return desk.answer(
                visitor, HERE, typed, decision, form -> page(visitor, HttpStatus.UNPROCESSABLE_ENTITY, id, form, null));
    }

    private HttpResponse<?> page(Visitor visitor, HttpStatus status, UUID id, Form form, @Nullable Revealed revealed) {
        return reviews.of(id)
                .<HttpResponse<?>>map(application -> pages.show(
                        visitor,
                        status,
                        "applications/review",
                        new ReviewPage(
                                dossiers.withWord(
                                        visitor.language(),
                                        application,
                                        reviews.papers(application),
                                        reviews.flags(application),
                                        reviews.history(application)),
                                form,
                                HERE + "/" + id,
                                CHECKS,
                                revealed,
                                application.state() == Application.State.ENDORSED)))
                .orElseGet(HttpResponse::notFound);
    }

    record QueuePage(boolean atCounty, DecisionDesk.Waiting waiting) {}

    record Revealed(String field, String text) {}

    record ReviewPage(
            Dossier dossier,
            Form form,
            String here,
            List<String> checks,
            @Nullable Revealed revealed,
            boolean open) {}
}
