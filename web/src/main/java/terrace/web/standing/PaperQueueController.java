package terrace.web.standing;

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
import terrace.marketplace.filedpapers.FiledPaper;
import terrace.marketplace.filedpapers.FiledPapers;
import terrace.marketplace.filedpapers.Look;
import terrace.marketplace.filedpapers.PaperWatch;
import terrace.marketplace.merchants.Merchant;
import terrace.marketplace.merchants.Merchants;
import terrace.web.applications.PaperFiles;
import terrace.web.pages.Form;
import terrace.web.pages.Pages;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** Newer papers that merchants handed in, beside those they replace, for an operator's look. */
@Controller("/operator/papers")
@Secured(Access.OPERATOR)
class PaperQueueController {
    private static final String HERE = "/operator/papers";
    private static final int SHOWN = 10;
    private static final List<String> SAID = List.of("approved", "refused", "overtaken", "own-shop");

    private final PaperWatch watch;
    private final FiledPapers filed;
    private final Merchants merchants;
    private final PaperSights sights;
    private final Pages pages;

    PaperQueueController(PaperWatch watch, FiledPapers filed, Merchants merchants, PaperSights sights, Pages pages) {
        this.watch = watch;
        this.filed = filed;
        this.merchants = merchants;
        this.sights = sights;
        this.pages = pages;
    }

    /**
     * @param after the last paper of the page before
     * @param done what was just decided, to say so
     */
    @Get
    HttpResponse<?> list(Visitor visitor, @Nullable @QueryValue UUID after, @Nullable @QueryValue String done) {
        return page(visitor, HttpStatus.OK, after, Form.EMPTY, done);
    }

    @Get("/{id}/file")
    HttpResponse<?> file(UUID id) {
        Optional<FiledPaper> paper = watch.byId(id);
        return PaperFiles.send(
                paper.flatMap(known -> filed.paper(known.merchantId(), id)),
                paper.flatMap(known -> filed.file(known.merchantId(), id)));
    }

    @Post("/{id}/approval")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> approve(Visitor visitor, UUID id) {
        return answer(visitor, id, Form.EMPTY, "approved", watch.approve(visitor.memberId(), id));
    }

    @Post("/{id}/refusal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> refuse(Visitor visitor, UUID id, @Body Map<String, String> typed) {
        String reason = typed.getOrDefault(reasonOf(id), "");
        return answer(visitor, id, Form.of(typed), "refused", watch.refuse(visitor.memberId(), id, reason));
    }

    private HttpResponse<?> answer(Visitor visitor, UUID id, Form form, String word, Optional<Look> look) {
        if (look.isEmpty()) {
            return HttpResponse.notFound();
        }
        return switch (look.get()) {
            case Look.Decided decided -> Pages.seeOther(visitor, HERE + "?done=" + word);
            case Look.Overtaken overtaken -> Pages.seeOther(visitor, HERE + "?done=overtaken");
            case Look.OwnShop own -> Pages.seeOther(visitor, HERE + "?done=own-shop");
            case Look.ReasonMissing missing ->
                page(
                        visitor,
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        null,
                        form.with(reasonOf(id), "standing.papers.reason-missing"),
                        null);
        };
    }

    private static String reasonOf(UUID id) {
        return "reason-" + id;
    }

    private HttpResponse<?> page(
            Visitor visitor, HttpStatus status, @Nullable UUID after, Form form, @Nullable String done) {
        List<FiledPaper> found = watch.waiting(after, SHOWN + 1);
        List<FiledPaper> shown = found.subList(0, Math.min(SHOWN, found.size()));
        Map<UUID, Merchant> shops =
                merchants.byIds(shown.stream().map(FiledPaper::merchantId).collect(Collectors.toSet()));
        return pages.show(
                visitor,
                status,
                "standing/paper-queue",
                new QueuePage(
                        shown.stream()
                                .map(paper -> row(paper, shops.get(paper.merchantId())))
                                .toList(),
                        found.size() > SHOWN
                                ? HERE + "?after=" + shown.getLast().paperId()
                                : null,
                        after == null ? null : HERE,
                        form,
                        done == null || !SAID.contains(done) ? null : done));
    }

    private Row row(FiledPaper paper, @Nullable Merchant shop) {
        return new Row(
                shop == null ? "" : shop.name(),
                shop == null ? "" : shop.code(),
                sights.sight(paper),
                Optional.ofNullable(paper.replaces())
                        .flatMap(watch::byId)
                        .map(sights::sight)
                        .orElse(null));
    }

    /** @param old what it is to replace */
    record Row(String merchant, String code, PaperSights.Sight paper, PaperSights.@Nullable Sight old) {}

    record QueuePage(
            List<Row> rows,
            @Nullable String next,
            @Nullable String first,
            Form form,
            @Nullable String done) {}
}
