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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import terrace.catalog.listings.Listing;
import terrace.catalog.listings.Listings;
import terrace.catalog.listings.Slice;
import terrace.catalog.questions.Answering;
import terrace.catalog.questions.Question;
import terrace.catalog.questions.Questions;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.merchants.Merchant;
import terrace.marketplace.staff.StaffRight;
import terrace.web.buying.Sights;
import terrace.web.merchant.ForStaff;
import terrace.web.merchant.MerchantDesk;
import terrace.web.pages.Form;
import terrace.web.pages.Pages;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** What shoppers ask a merchant: answered in place, the unanswered first. */
@Controller("/merchant/questions")
@Secured(Access.MERCHANT)
@ForStaff(StaffRight.GOODS)
class MerchantQuestionController {
    private static final int PAGE_SIZE = 20;
    private static final int VERSIONS_SHOWN = 5;

    private final MerchantDesk desk;
    private final Questions questions;
    private final Listings listings;
    private final Sights sights;
    private final Pages pages;

    MerchantQuestionController(MerchantDesk desk, Questions questions, Listings listings, Sights sights, Pages pages) {
        this.desk = desk;
        this.questions = questions;
        this.listings = listings;
        this.sights = sights;
        this.pages = pages;
    }

    /** @param edit id of an answered question whose answer shall be written anew */
    @Get
    HttpResponse<?> list(
            Visitor visitor,
            @Nullable @QueryValue String after,
            @Nullable @QueryValue String edit,
            @Nullable @QueryValue String saved) {
        return show(visitor, HttpStatus.OK, Form.EMPTY, after, Ids.read(edit).orElse(null), saved != null);
    }

    @Post("/{id}/answer")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> answer(Visitor visitor, UUID id, @Body Map<String, String> typed) {
        Optional<Merchant> merchant = desk.of(visitor);
        Form form = Form.of(typed);
        String version = form.value("version");
        if (merchant.isEmpty() || !version.matches("[0-9]{1,6}")) {
            return HttpResponse.notFound();
        }
        String field = "answer-" + id;
        Optional<Answering> answering = questions.answer(
                merchant.get().id(), id, Integer.parseInt(version), form.value(field), visitor.memberId());
        if (answering.isEmpty()) {
            return HttpResponse.notFound();
        }
        return switch (answering.get()) {
            case Answering.Answered done -> Pages.seeOther(visitor, "/merchant/questions?saved=1");
            case Answering.Conflict conflict -> again(visitor, form.with(field, "questions.conflict"), id);
            case Answering.Refused refused ->
                again(visitor, form.with(field, "questions.fault." + refused.fault()), id);
        };
    }

    private HttpResponse<?> again(Visitor visitor, Form form, UUID edited) {
        return show(visitor, HttpStatus.UNPROCESSABLE_ENTITY, form, null, edited, false);
    }

    private HttpResponse<?> show(
            Visitor visitor,
            HttpStatus status,
            Form form,
            @Nullable String after,
            @Nullable UUID edited,
            boolean saved) {
        Optional<Merchant> merchant = desk.of(visitor);
        if (merchant.isEmpty()) {
            return HttpResponse.notFound();
        }
        Slice<Question> slice = questions.ofMerchant(merchant.get().id(), after, PAGE_SIZE);
        Map<UUID, Listing> known =
                listings.byIds(slice.items().stream().map(Question::listingId).collect(Collectors.toSet()));
        List<Row> rows = slice.items().stream()
                .map(question -> row(question, known.get(question.listingId()), edited, form))
                .toList();
        return pages.show(
                visitor,
                status,
                "questions/desk",
                new DeskPage(
                        rows,
                        form,
                        saved,
                        slice.nextAfter() == null ? null : "/merchant/questions?after=" + slice.nextAfter(),
                        after == null ? null : "/merchant/questions"));
    }

    private Row row(Question question, @Nullable Listing listing, @Nullable UUID edited, Form form) {
        boolean open = !question.answered() || question.id().equals(edited);
        String field = "answer-" + question.id();
        List<Version> versions = question.answerVersion() > 1
                ? questions.versions(question.id()).stream()
                        .skip(1)
                        .limit(VERSIONS_SHOWN)
                        .map(version -> new Version(version.text(), sights.time(version.answeredAt())))
                        .toList()
                : List.of();
        return new Row(
                question.id(),
                question.listingId(),
                listing == null ? "" : listing.title(),
                listing != null && listing.onShelf(),
                question.text(),
                sights.time(question.askedAt()),
                question.answer(),
                form.values().containsKey(field) ? form.value(field) : question.answer(),
                question.answerVersion(),
                question.answered(),
                open,
                question.hiddenReason(),
                question.answerHiddenReason(),
                versions);
    }

    record Version(String text, String at) {}

    /**
     * @param field what stands in the answer's field: typed, or the present answer
     * @param open whether its form is shown
     */
    record Row(
            UUID id,
            UUID listingId,
            String title,
            boolean onShelf,
            String text,
            String at,
            String answer,
            String field,
            int version,
            boolean answered,
            boolean open,
            String hiddenReason,
            String answerHiddenReason,
            List<Version> versions) {}

    record DeskPage(
            List<Row> rows,
            Form form,
            boolean saved,
            @Nullable String next,
            @Nullable String first) {}
}
