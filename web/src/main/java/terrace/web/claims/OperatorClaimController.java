package terrace.web.claims;

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
import terrace.orders.returns.ClaimCourt;
import terrace.orders.returns.Stepping;
import terrace.web.pages.Form;
import terrace.web.pages.Pages;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** Claims the two sides could not settle, the oldest first: a proposal, then another operator's decision. */
@Controller("/operator/claims")
@Secured(Access.OPERATOR)
class OperatorClaimController {
    private static final int SHOWN_MAX = 200;
    private static final String HERE = "/operator/claims/";

    private final ClaimCourt court;
    private final ClaimSights sights;
    private final Pages pages;

    OperatorClaimController(ClaimCourt court, ClaimSights sights, Pages pages) {
        this.court = court;
        this.sights = sights;
        this.pages = pages;
    }

    @Get
    HttpResponse<?> queue(Visitor visitor) {
        return pages.show(
                visitor,
                "claims/court",
                new QueuePage(court.queue(SHOWN_MAX).stream()
                        .map(claim -> sights.line(visitor.language(), claim))
                        .toList()));
    }

    @Get("/{number}")
    HttpResponse<?> show(Visitor visitor, String number) {
        return page(visitor, HttpStatus.OK, number, Form.EMPTY);
    }

    @Get("/{number}/photos/{at}")
    HttpResponse<?> photo(Visitor visitor, String number, String at) {
        return Answers.photo(court.photo(number, Answers.photoAt(at)));
    }

    @Post("/{number}/proposal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> propose(Visitor visitor, String number, @Body Map<String, String> typed) {
        Form form = Form.of(typed);
        return answer(
                visitor,
                number,
                form,
                court.propose(
                        visitor.memberId(),
                        number,
                        Answers.fen(form.value("sum")),
                        !form.value("back").isEmpty(),
                        form.value("words")));
    }

    @Post("/{number}/decision")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> decide(Visitor visitor, String number, @Body Map<String, String> typed) {
        Form form = Form.of(typed);
        return answer(
                visitor,
                number,
                form,
                court.decide(
                        visitor.memberId(),
                        number,
                        Answers.fen(form.value("sum")),
                        !form.value("back").isEmpty(),
                        form.value("words")));
    }

    private HttpResponse<?> answer(Visitor visitor, String number, Form form, Optional<Stepping> stepping) {
        return Answers.of(
                visitor, stepping, HERE + number, "words", form, (status, told) -> page(visitor, status, number, told));
    }

    private HttpResponse<?> page(Visitor visitor, HttpStatus status, String number, Form form) {
        return court.byNumber(number)
                .<HttpResponse<?>>map(file -> pages.show(
                        visitor,
                        status,
                        "claims/court-claim",
                        new ClaimPage(
                                sights.whole(visitor.language(), file, HERE + number + "/photos/"),
                                visitor.memberId().equals(file.claim().mediatorId()),
                                form)))
                .orElseGet(HttpResponse::notFound);
    }

    record QueuePage(List<ClaimSight> claims) {}

    /** @param mediated whether the reader was the mediator, and so cannot judge */
    record ClaimPage(ClaimSight claim, boolean mediated, Form form) {}
}
