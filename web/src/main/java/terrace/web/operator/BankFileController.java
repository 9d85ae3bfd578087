package terrace.web.operator;

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
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.clock.Clock;
import terrace.orders.reconciliation.Reconciliation;
import terrace.orders.reconciliation.TakingIn;
import terrace.web.pages.Form;
import terrace.web.pages.Pages;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** Takes in the bank's daily files and shows where they differ from our books. */
@Controller("/operator/bank-files")
@Secured(Access.OPERATOR)
class BankFileController {
    private final Reconciliation reconciliation;
    private final BankFileSights sights;
    private final Clock clock;
    private final Pages pages;

    BankFileController(Reconciliation reconciliation, BankFileSights sights, Clock clock, Pages pages) {
        this.reconciliation = reconciliation;
        this.sights = sights;
        this.clock = clock;
        this.pages = pages;
    }

    /** The counts are those of the file just taken in. */
    @Get
    HttpResponse<?> list(
            Visitor visitor,
            @Nullable @QueryValue LocalDate taken,
            @Nullable @QueryValue Integer lines,
            @Nullable @QueryValue Integer fresh,
            @Nullable @QueryValue Integer differences) {
        @Nullable
        Taken result = taken == null || lines == null || fresh == null || differences == null
                ? null
                : new Taken(taken.toString(), lines, fresh, differences);
        return page(visitor, HttpStatus.OK, Form.of(Map.of("day", clock.today().toString())), result, null);
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> takeIn(Visitor visitor, @Body Map<String, String> typed) {
        Form form = Form.of(typed);
        Optional<LocalDate> day = day(form.value("day"));
        if (day.isEmpty()) {
            return again(visitor, form, "operator.bank-files.no-day", null);
        }
        return switch (reconciliation.takeIn(day.get(), visitor.memberId().toString())) {
            case TakingIn.TakenIn in ->
                Pages.seeOther(
                        visitor,
                        "/operator/bank-files?taken=" + in.day() + "&lines=" + in.lines() + "&fresh=" + in.newLines()
                                + "&differences=" + in.differences());
            case TakingIn.NotYet not -> again(visitor, form, "operator.bank-files.not-yet", null);
            case TakingIn.Broken broken -> again(visitor, form, "operator.bank-files.broken", broken.why());
            case TakingIn.BankSilent silent -> again(visitor, form, "operator.bank-files.silent", silent.why());
        };
    }

    private HttpResponse<?> again(Visitor visitor, Form form, String key, @Nullable String why) {
        return page(visitor, HttpStatus.UNPROCESSABLE_ENTITY, form.with("day", key), null, why);
    }

    private HttpResponse<?> page(
            Visitor visitor, HttpStatus status, Form form, @Nullable Taken taken, @Nullable String why) {
        return pages.show(
                visitor,
                status,
                "operator/bank-files",
                new BankFilesPage(form, taken, why, sights.files(), sights.differences()));
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    record Taken(String day, int lines, int fresh, int differences) {}

    /** @param why the bank's or the file's own words about what is wrong */
    record BankFilesPage(
            Form form,
            @Nullable Taken taken,
            @Nullable String why,
            List<BankFileSights.FileRow> files,
            List<BankFileSights.DifferenceRow> differences) {}
}
