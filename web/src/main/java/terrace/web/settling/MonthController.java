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
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.merchants.Merchant;
import terrace.marketplace.staff.StaffRight;
import terrace.orders.statements.Objections;
import terrace.orders.statements.Part;
import terrace.orders.statements.Period;
import terrace.orders.statements.Statement;
import terrace.orders.statements.Statements;
import terrace.web.merchant.ForStaff;
import terrace.web.merchant.MerchantDesk;
import terrace.web.merchant.SheetFile;
import terrace.web.pages.Form;
import terrace.web.pages.Pages;
import terrace.web.pdf.PdfFile;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** A merchant's statement of a month: the sum written out, each total with its lines, as a page and as a sheet. */
@Controller("/merchant/statement/{month}")
@Secured(Access.MERCHANT)
@ForStaff(StaffRight.MONEY)
class MonthController {
    private static final YearMonth FIRST = YearMonth.of(2020, 1);

    private final MerchantDesk desk;
    private final Statements statements;
    private final Objections objections;
    private final MonthPages prepared;
    private final StatementSheet sheet;
    private final StatementPaper paper;
    private final Clock clock;
    private final Pages pages;

    MonthController(
            MerchantDesk desk,
            Statements statements,
            Objections objections,
            MonthPages prepared,
            StatementSheet sheet,
            StatementPaper paper,
            Clock clock,
            Pages pages) {
        this.desk = desk;
        this.statements = statements;
        this.objections = objections;
        this.prepared = prepared;
        this.sheet = sheet;
        this.paper = paper;
        this.clock = clock;
        this.pages = pages;
    }

    /** @param part a total whose lines are to be shown alone */
    @Get
    HttpResponse<?> show(
            Visitor visitor, String month, @Nullable @QueryValue String part, @Nullable @QueryValue Boolean objected) {
        return of(
                visitor,
                month,
                (merchant, statement) -> pages.show(
                        visitor,
                        "settling/month",
                        prepared.of(merchant, statement, known(part), Form.EMPTY, objected != null && objected)));
    }

    @Get("/sheet")
    HttpResponse<?> sheet(Visitor visitor, String month) {
        return of(
                visitor,
                month,
                (merchant, statement) -> SheetFile.of(
                        "statement-" + month + ".xlsx",
                        out -> sheet.write(visitor.language(), merchant.name(), statement, out)));
    }

    @Get("/pdf")
    HttpResponse<?> pdf(Visitor visitor, String month) {
        return of(
                visitor,
                month,
                (merchant, statement) -> PdfFile.of(
                        "statement-" + month + ".pdf",
                        page -> paper.write(visitor.language(), merchant.name(), month, statement, page)));
    }

    /** Objects to a line. */
    @Post("/objections")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> object(Visitor visitor, String month, @Body Map<String, String> typed) {
        Form form = Form.of(typed);
        return of(visitor, month, (merchant, statement) -> {
            int chars = form.value("words").strip().length();
            if (chars < Objections.WORDS_CHARS_MIN || chars > Objections.WORDS_CHARS_MAX) {
                return pages.show(
                        visitor,
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        "settling/month",
                        prepared.of(
                                merchant,
                                statement,
                                null,
                                form.with("words", "settling.objection.words-wanted"),
                                false));
            }
            return Ids.read(form.value("line"))
                    .flatMap(line -> objections.raise(merchant.id(), line, form.value("words"), visitor.memberId()))
                    .<HttpResponse<?>>map(
                            raised -> Pages.seeOther(visitor, "/merchant/statement/" + month + "?objected=true"))
                    .orElseGet(HttpResponse::notFound);
        });
    }

    private HttpResponse<?> of(Visitor visitor, String month, BiFunction<Merchant, Statement, HttpResponse<?>> answer) {
        Optional<YearMonth> known = month(month);
        return desk.of(visitor)
                .flatMap(merchant -> known.<HttpResponse<?>>map(
                        of -> answer.apply(merchant, statements.of(merchant.id(), Period.of(of)))))
                .orElseGet(HttpResponse::notFound);
    }

    private Optional<YearMonth> month(String typed) {
        try {
            YearMonth month = YearMonth.parse(typed);
            return Optional.of(month)
                    .filter(one -> !one.isBefore(FIRST) && !one.isAfter(YearMonth.from(clock.today())));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static @Nullable Part known(@Nullable String part) {
        for (Part one : Part.values()) {
            if (one.name().equals(part)) {
                return one;
            }
        }
        return null;
    }
}
