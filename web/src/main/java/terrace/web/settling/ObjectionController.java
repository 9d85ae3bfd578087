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
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.merchants.Merchant;
import terrace.marketplace.merchants.Merchants;
import terrace.orders.statements.Objection;
import terrace.orders.statements.Objections;
import terrace.orders.statements.StatementLine;
import terrace.orders.statements.Statements;
import terrace.web.buying.Sights;
import terrace.web.pages.Form;
import terrace.web.pages.Pages;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** What merchants object to in their statements, and the answers. */
@Controller("/operator/objections")
@Secured(Access.OPERATOR)
class ObjectionController {
    private static final int SHOWN = 100;

    private final Objections objections;
    private final Statements statements;
    private final Merchants merchants;
    private final Sights sights;
    private final Pages pages;

    ObjectionController(Objections objections, Statements statements, Merchants merchants, Sights sights, Pages pages) {
        this.objections = objections;
        this.statements = statements;
        this.merchants = merchants;
        this.sights = sights;
        this.pages = pages;
    }

    /** @param answered after an answer: whether it was the first */
    @Get
    HttpResponse<?> list(Visitor visitor, @Nullable @QueryValue Boolean answered) {
        return page(visitor, HttpStatus.OK, Form.EMPTY, answered);
    }

    /** @param typed {@code upheld} is yes when the merchant is right */
    @Post("/{id}/answer")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> answer(Visitor visitor, UUID id, @Body Map<String, String> typed) {
        Form form = Form.of(typed);
        int chars = form.value("answer-" + id).strip().length();
        if (chars < Objections.WORDS_CHARS_MIN || chars > Objections.WORDS_CHARS_MAX) {
            return page(
                    visitor,
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    form.with("answer-" + id, "settling.objection.answer-wanted"),
                    null);
        }
        return objections
                .answer(id, form.value("answer-" + id), "yes".equals(form.value("upheld")), visitor.memberId())
                .<HttpResponse<?>>map(first -> Pages.seeOther(visitor, "/operator/objections?answered=" + first))
                .orElseGet(HttpResponse::notFound);
    }

    private HttpResponse<?> page(Visitor visitor, HttpStatus status, Form form, @Nullable Boolean answered) {
        List<Objection> shown = objections.openFirst(SHOWN);
        Map<UUID, Merchant> known =
                merchants.byIds(shown.stream().map(Objection::merchantId).collect(Collectors.toSet()));
        Map<UUID, StatementLine> lines = statements.objectedTo(shown);
        List<Row> rows = shown.stream()
                .map(objection -> row(objection, known.get(objection.merchantId()), lines.get(objection.id())))
                .toList();
        return pages.show(visitor, status, "settling/objections", new ObjectionsPage(rows, form, answered));
    }

    private Row row(Objection objection, @Nullable Merchant merchant, @Nullable StatementLine line) {
        return new Row(
                objection.id(),
                merchant == null ? "" : merchant.name(),
                line == null ? null : new Line(MonthPages.word(line.kind()), line.orderNumber(), line.netFen()),
                objection.words(),
                sights.time(objection.raisedAt()),
                objection.answer(),
                Boolean.TRUE.equals(objection.upheld()));
    }

    /** @param kind key of the words */
    record Line(String kind, @Nullable String order, long fen) {}

    record Row(
            UUID id,
            String merchant,
            @Nullable Line line,
            String words,
            String at,
            @Nullable String answer,
            boolean upheld) {}

    record ObjectionsPage(
            List<Row> rows, Form form, @Nullable Boolean answered) {}
}
