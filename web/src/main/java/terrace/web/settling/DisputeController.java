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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.merchants.Merchant;
import terrace.marketplace.merchants.Merchants;
import terrace.marketplace.money.Money;
import terrace.orders.disputes.Dispute;
import terrace.orders.disputes.Disputes;
import terrace.orders.disputes.Disputing;
import terrace.web.buying.Sights;
import terrace.web.pages.Form;
import terrace.web.pages.Pages;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** Payments that payers dispute at the bank: written down from its letter, decided by its next. */
@Controller("/operator/disputes")
@Secured(Access.OPERATOR)
class DisputeController {
    private static final int SHOWN = 100;
    private static final int CASE_CHARS_MAX = 60;
    private static final int REASON_CHARS_MAX = 300;
    private static final Set<String> DONE = Set.of("opened", "known", "decided", "over");

    private final Disputes disputes;
    private final Merchants merchants;
    private final Sights sights;
    private final Pages pages;

    DisputeController(Disputes disputes, Merchants merchants, Sights sights, Pages pages) {
        this.disputes = disputes;
        this.merchants = merchants;
        this.sights = sights;
        this.pages = pages;
    }

    /** @param done what was just done, to say so */
    @Get
    HttpResponse<?> list(Visitor visitor, @Nullable @QueryValue String done) {
        return page(visitor, HttpStatus.OK, Form.EMPTY, done);
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> open(Visitor visitor, @Body Map<String, String> typed) {
        Form form = mended(Form.of(typed));
        OptionalLong fen = Money.fen(form.value("sum"));
        if (!form.errors().isEmpty() || fen.isEmpty()) {
            return page(visitor, HttpStatus.UNPROCESSABLE_ENTITY, form, null);
        }
        Optional<Disputing> result = disputes.open(
                form.value("order").strip(),
                form.value("case").strip(),
                fen.getAsLong(),
                form.value("reason").strip(),
                visitor.memberId());
        return switch (result.orElse(null)) {
            case null -> refused(visitor, form.with("order", "settling.dispute.no-order"));
            case Disputing.Opened opened -> Pages.seeOther(visitor, "/operator/disputes?done=opened");
            case Disputing.Known known -> Pages.seeOther(visitor, "/operator/disputes?done=known");
            case Disputing.OfAnotherOrder other ->
                refused(visitor, form.with("case", "settling.dispute.of-another-order"));
            case Disputing.NotAccepted not -> refused(visitor, form.with("order", "settling.dispute.not-accepted"));
            case Disputing.TooMuch tooMuch -> refused(visitor, form.with("sum", "settling.dispute.too-much"));
        };
    }

    private HttpResponse<?> refused(Visitor visitor, Form form) {
        return page(visitor, HttpStatus.UNPROCESSABLE_ENTITY, form, null);
    }

    private static Form mended(Form form) {
        Form mended = form;
        if (form.value("order").isBlank()) {
            mended = mended.with("order", "settling.dispute.no-order");
        }
        if (form.value("case").isBlank() || form.value("case").strip().length() > CASE_CHARS_MAX) {
            mended = mended.with("case", "settling.dispute.case-wanted");
        }
        if (Money.fen(form.value("sum")).orElse(0) == 0) {
            mended = mended.with("sum", "settling.dispute.sum-wanted");
        }
        return form.value("reason").strip().length() > REASON_CHARS_MAX
                ? mended.with("reason", "settling.words-long")
                : mended;
    }

    /** @param typed {@code won} is yes or no */
    @Post("/{id}/decision")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> decide(Visitor visitor, UUID id, @Body Map<String, String> typed) {
        if (disputes.byId(id).isEmpty()) {
            return HttpResponse.notFound();
        }
        boolean decided = disputes.decide(id, "yes".equals(typed.get("won")), visitor.memberId());
        return Pages.seeOther(visitor, "/operator/disputes?done=" + (decided ? "decided" : "over"));
    }

    private HttpResponse<?> page(Visitor visitor, HttpStatus status, Form form, @Nullable String done) {
        List<Dispute> newest = disputes.newest(SHOWN);
        Map<UUID, Merchant> known =
                merchants.byIds(newest.stream().map(Dispute::merchantId).collect(Collectors.toSet()));
        List<Row> rows = newest.stream()
                .map(dispute -> row(dispute, known.get(dispute.merchantId())))
                .toList();
        return pages.show(
                visitor,
                status,
                "settling/disputes",
                new DisputesPage(rows, form, done != null && DONE.contains(done) ? done : null));
    }

    private Row row(Dispute dispute, @Nullable Merchant merchant) {
        return new Row(
                dispute.id(),
                dispute.bankCase(),
                merchant == null ? "" : merchant.name(),
                dispute.fen(),
                dispute.merchantFen(),
                dispute.reason(),
                dispute.state().name(),
                sights.time(dispute.openedAt()),
                dispute.takenInFile() == null ? null : dispute.takenInFile().toString(),
                dispute.returnedInFile() == null
                        ? null
                        : dispute.returnedInFile().toString());
    }

    /** @param state words are at {@code settling.dispute.<state>} */
    record Row(
            UUID id,
            String bankCase,
            String merchant,
            long fen,
            long merchantFen,
            String reason,
            String state,
            String at,
            @Nullable String taken,
            @Nullable String returned) {}

    record DisputesPage(List<Row> rows, Form form, @Nullable String done) {}
}
