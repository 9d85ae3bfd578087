package terrace.web.questions;

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
import terrace.catalog.listings.Listing;
import terrace.catalog.listings.Listings;
import terrace.catalog.listings.Slice;
import terrace.catalog.questions.Asking;
import terrace.catalog.questions.Question;
import terrace.catalog.questions.Questions;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.ids.Ids;
import terrace.web.pages.Form;
import terrace.web.pages.Pages;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** All questions about a listing, and a place to ask one. */
@Controller("/listings/{id}/questions")
@Secured(Access.ANYONE)
class QuestionController {
    private static final int PAGE_SIZE = 20;

    private final Questions questions;
    private final Listings listings;
    private final Clock clock;
    private final Pages pages;

    QuestionController(Questions questions, Listings listings, Clock clock, Pages pages) {
        this.questions = questions;
        this.listings = listings;
        this.clock = clock;
        this.pages = pages;
    }

    /** @param asked after asking: that it was taken */
    @Get
    HttpResponse<?> list(
            Visitor visitor, UUID id, @Nullable @QueryValue String after, @Nullable @QueryValue String asked) {
        return show(visitor, HttpStatus.OK, id, Form.EMPTY, after, asked != null);
    }

    @Post
    @Secured(Access.SIGNED_IN)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> ask(Visitor visitor, UUID id, @Body Map<String, String> typed) {
        Form form = Form.of(typed);
        Optional<Asking> asking = questions.ask(visitor.memberId(), id, form.value("question"));
        if (asking.isEmpty()) {
            return HttpResponse.notFound();
        }
        return switch (asking.get()) {
            case Asking.Asked done -> Pages.seeOther(visitor, "/listings/" + id + "/questions?asked=1");
            case Asking.Refused refused ->
                show(
                        visitor,
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        id,
                        form.with("question", "questions.fault." + refused.fault()),
                        null,
                        false);
        };
    }

    private HttpResponse<?> show(
            Visitor visitor, HttpStatus status, UUID id, Form form, @Nullable String after, boolean asked) {
        Optional<Listing> listing = listings.published(id);
        if (listing.isEmpty()) {
            return HttpResponse.notFound();
        }
        UUID beyond = Ids.read(after).orElse(null);
        Slice<Question> slice = questions.open(id, beyond, PAGE_SIZE);
        String here = "/listings/" + id + "/questions";
        List<Held> held = visitor.signedIn() && beyond == null
                ? questions.heldBack(id, visitor.memberId()).stream()
                        .map(question -> new Held(
                                question.text(), clock.dayOf(question.askedAt()).toString(), question.hiddenReason()))
                        .toList()
                : List.of();
        List<Answered> answered = slice.items().stream()
                .map(question -> new Answered(question.text(), question.answer(), day(question)))
                .toList();
        return pages.show(
                visitor,
                status,
                "questions/questions",
                new QuestionsPage(
                        id,
                        listing.get().title(),
                        held,
                        answered,
                        visitor.signedIn(),
                        asked,
                        form,
                        slice.nextAfter() == null ? null : here + "?after=" + slice.nextAfter(),
                        beyond == null ? null : here));
    }

    private String day(Question question) {
        return question.answeredAt() == null
                ? ""
                : clock.dayOf(question.answeredAt()).toString();
    }

    /** @param hiddenReason why nobody else sees it, empty while it only waits */
    record Held(String text, String day, String hiddenReason) {}

    record Answered(String text, String answer, String day) {}

    record QuestionsPage(
            UUID id,
            String goods,
            List<Held> held,
            List<Answered> questions,
            boolean signedIn,
            boolean asked,
            Form form,
            @Nullable String next,
            @Nullable String first) {}
}
