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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import terrace.catalog.listings.Listing;
import terrace.catalog.listings.Listings;
import terrace.catalog.listings.Slice;
import terrace.catalog.questions.Hiding;
import terrace.catalog.questions.Question;
import terrace.catalog.questions.Questions;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.merchants.Merchant;
import terrace.marketplace.merchants.Merchants;
import terrace.web.buying.Sights;
import terrace.web.pages.Form;
import terrace.web.pages.Pages;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** All questions as they come in; what nobody should read is hidden, with a reason. */
@Controller("/operator/questions")
@Secured(Access.OPERATOR)
class OperatorQuestionController {
    private static final int PAGE_SIZE = 20;

    private final Questions questions;
    private final Listings listings;
    private final Merchants merchants;
    private final Sights sights;
    private final Pages pages;

    OperatorQuestionController(
            Questions questions, Listings listings, Merchants merchants, Sights sights, Pages pages) {
        this.questions = questions;
        this.listings = listings;
        this.merchants = merchants;
        this.sights = sights;
        this.pages = pages;
    }

    /** @param done what was done: {@code hidden} or {@code shown} */
    @Get
    HttpResponse<?> list(Visitor visitor, @Nullable @QueryValue String after, @Nullable @QueryValue String done) {
        return show(visitor, HttpStatus.OK, Form.EMPTY, after, done);
    }

    @Post("/{id}/hiding")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> hide(Visitor visitor, UUID id, @Body Map<String, String> typed) {
        Form form = Form.of(typed);
        String field = "reason-" + id;
        Optional<Hiding> hiding =
                part(form).flatMap(part -> questions.hide(id, part, form.value(field), visitor.memberId()));
        return hiding.isPresent() && hiding.get() instanceof Hiding.ReasonMissing
                ? show(
                        visitor,
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        form.with(field, "questions.reason-missing"),
                        null,
                        null)
                : answer(visitor, hiding, "hidden");
    }

    @Post("/{id}/showing")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> show(Visitor visitor, UUID id, @Body Map<String, String> typed) {
        return answer(
                visitor, part(Form.of(typed)).flatMap(part -> questions.show(id, part, visitor.memberId())), "shown");
    }

    private static HttpResponse<?> answer(Visitor visitor, Optional<Hiding> hiding, String done) {
        return hiding.isPresent() && hiding.get() instanceof Hiding.Done
                ? Pages.seeOther(visitor, "/operator/questions?done=" + done)
                : HttpResponse.notFound();
    }

    private static Optional<Hiding.Part> part(Form form) {
        return Arrays.stream(Hiding.Part.values())
                .filter(part -> part.name().equals(form.value("part")))
                .findFirst();
    }

    private HttpResponse<?> show(
            Visitor visitor, HttpStatus status, Form form, @Nullable String after, @Nullable String done) {
        UUID beyond = Ids.read(after).orElse(null);
        Slice<Question> slice = questions.all(beyond, PAGE_SIZE);
        Map<UUID, Listing> known =
                listings.byIds(slice.items().stream().map(Question::listingId).collect(Collectors.toSet()));
        Map<UUID, Merchant> sellers =
                merchants.byIds(slice.items().stream().map(Question::merchantId).collect(Collectors.toSet()));
        List<Row> rows = slice.items().stream()
                .map(question -> new Row(
                        question.id(),
                        question.listingId(),
                        Optional.ofNullable(known.get(question.listingId()))
                                .map(Listing::title)
                                .orElse(""),
                        Optional.ofNullable(sellers.get(question.merchantId()))
                                .map(Merchant::name)
                                .orElse(""),
                        question.text(),
                        sights.time(question.askedAt()),
                        question.answer(),
                        question.hiddenReason(),
                        question.answerHiddenReason()))
                .toList();
        return pages.show(
                visitor,
                status,
                "questions/watch",
                new WatchPage(
                        rows,
                        form,
                        done,
                        slice.nextAfter() == null ? null : "/operator/questions?after=" + slice.nextAfter(),
                        beyond == null ? null : "/operator/questions"));
    }

    record Row(
            UUID id,
            UUID listingId,
            String title,
            String merchant,
            String text,
            String at,
            String answer,
            String hiddenReason,
            String answerHiddenReason) {}

    record WatchPage(
            List<Row> rows,
            Form form,
            @Nullable String done,
            @Nullable String next,
            @Nullable String first) {}
}
