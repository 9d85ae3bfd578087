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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.applications.Candidate;
import terrace.marketplace.applications.Decision;
import terrace.marketplace.applications.Recommendations;
import terrace.marketplace.recommenders.Recommendation;
import terrace.web.pages.Form;
import terrace.web.pages.Pages;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** A partner organisation's desk: those who say it recommends them, to be confirmed or denied. */
@Controller("/partner/applications")
@Secured(Access.RECOMMENDER)
class RecommenderController {
    private static final String HERE = "/partner/applications";
    private static final int SHOWN = 30;

    private final Recommendations recommendations;
    private final CandidatePages candidates;
    private final Pages pages;

    RecommenderController(Recommendations recommendations, CandidatePages candidates, Pages pages) {
        this.recommendations = recommendations;
        this.candidates = candidates;
        this.pages = pages;
    }

    @Get
    HttpResponse<?> list(Visitor visitor, @Nullable @QueryValue UUID before, @Nullable @QueryValue String done) {
        Candidate.Slice slice = recommendations.candidates(visitor.memberId(), before, SHOWN);
        return pages.show(
                visitor,
                "applications/partner-queue",
                new QueuePage(
                        candidates.partner(visitor),
                        slice.candidates().stream().map(candidates::sight).toList(),
                        slice.nextBefore() == null ? null : HERE + "?before=" + slice.nextBefore(),
                        before == null ? null : HERE,
                        done != null));
    }

    @Get("/{id}")
    HttpResponse<?> show(Visitor visitor, UUID id) {
        return page(visitor, HttpStatus.OK, id, Form.EMPTY);
    }

    @Post("/{id}/confirmation")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> confirm(Visitor visitor, UUID id, @Body Map<String, String> typed) {
        return say(visitor, id, Recommendation.Said.CONFIRMED, typed);
    }

    @Post("/{id}/denial")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> deny(Visitor visitor, UUID id, @Body Map<String, String> typed) {
        return say(visitor, id, Recommendation.Said.DENIED, typed);
    }

    private HttpResponse<?> say(Visitor visitor, UUID id, Recommendation.Said said, Map<String, String> typed) {
        Optional<Decision> decision = recommendations.say(
                visitor.memberId(), id, Outcomes.round(typed), said, typed.getOrDefault("sentence", ""));
        if (decision.isEmpty()) {
            return HttpResponse.notFound();
        }
        return switch (decision.get()) {
            case Decision.Decided decided -> Pages.seeOther(visitor, HERE + "?done=yes");
            case Decision.ReasonMissing missing ->
                page(
                        visitor,
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        id,
                        Form.of(typed).with("sentence", "applications.recommend.sentence-missing"));
            case Decision other -> page(visitor, HttpStatus.UNPROCESSABLE_ENTITY, id, Outcomes.told(typed, other));
        };
    }

    private HttpResponse<?> page(Visitor visitor, HttpStatus status, UUID id, Form form) {
        return recommendations
                .of(visitor.memberId(), id)
                .<HttpResponse<?>>map(candidate -> pages.show(
                        visitor,
                        status,
                        "applications/recommend",
                        new RecommendPage(candidates.sight(candidate), form, HERE + "/" + id)))
                .orElseGet(HttpResponse::notFound);
    }

    /** @param done whether a word was said a moment ago */
    record QueuePage(
            String partner,
            List<CandidatePages.Sight> rows,
            @Nullable String next,
            @Nullable String first,
            boolean done) {}

    record RecommendPage(CandidatePages.Sight who, Form form, String here) {}
}
