package terrace.web.demo.outside;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import terrace.marketplace.clock.Clock;
import terrace.orders.gateway.SandboxBank;
import terrace.web.pages.Form;
import terrace.web.pages.Pages;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** Where the operator of the demo market tells the sandbox bank what to do wrong. */
@Controller("/demo/bank/faults")
@Requires(property = "terrace.demo", value = "true")
@Secured(Access.OPERATOR)
class BankFaultsController {
    private static final String HERE = "/demo/bank/faults";
    private static final String KIND = "kind";
    private static final String TIMES = "times";
    private static final String DAY = "day";
    private static final String SEQ = "seq";
    private static final int TIMES_MAX = 1_000;
    private static final int COPIES = 50;
    private static final Pattern LINE = Pattern.compile("[1-9][0-9]{0,8}");

    /** By kind, the addresses of the bank it is about. */
    private static final Map<String, String> FAULTS = Map.of(
            "effect_then_reset", "*",
            "http500", "*",
            "html200", "/v1/*",
            "wrong_amount", "/pay/*",
            "duplicate_notices", "*",
            "reorder_notices", "*",
            "hold_notices", "*",
            "late_notices", "*",
            "forged_notices", "*");

    private static final List<String> FILE_ERRORS =
            List.of("missing", "extra", "amount_more", "amount_less", "duplicate", "other_day");

    private final SandboxBank bank;
    private final Clock clock;
    private final Pages pages;

    BankFaultsController(SandboxBank bank, Clock clock, Pages pages) {
        this.bank = bank;
        this.clock = clock;
        this.pages = pages;
    }

    @Get
    HttpResponse<?> show(Visitor visitor) {
        return page(
                visitor,
                HttpStatus.OK,
                Form.of(Map.of(TIMES, "1", DAY, clock.today().toString())));
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> fail(Visitor visitor, @Body Map<String, String> typed) {
        Form form = Form.of(typed);
        Optional<Integer> times = times(form.value(TIMES));
        String kind = form.value(KIND);
        if (times.isEmpty() || !FAULTS.containsKey(kind)) {
            return page(visitor, HttpStatus.UNPROCESSABLE_ENTITY, form.with(TIMES, "bank.times.wrong"));
        }
        bank.fail("{\"kind\":\"%s\",\"path\":\"%s\",\"times\":%d,\"copies\":%d}"
                .formatted(kind, FAULTS.get(kind), times.get(), COPIES));
        return Pages.seeOther(visitor, HERE);
    }

    @Post("/file-errors")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> misprint(Visitor visitor, @Body Map<String, String> typed) {
        Form form = Form.of(typed);
        String kind = form.value(KIND);
        Optional<LocalDate> day = day(form.value(DAY));
        boolean ofLine = !kind.equals("extra");
        if (day.isEmpty() || !FILE_ERRORS.contains(kind)) {
            return page(visitor, HttpStatus.UNPROCESSABLE_ENTITY, form.with(DAY, "bank.day.wrong"));
        }
        if (ofLine && !LINE.matcher(form.value(SEQ)).matches()) {
            return page(visitor, HttpStatus.UNPROCESSABLE_ENTITY, form.with(SEQ, "bank.seq.wrong"));
        }
        bank.misprint("{\"kind\":\"%s\",\"day\":\"%s\",\"seq\":%s}"
                .formatted(kind, day.get(), ofLine ? form.value(SEQ) : "0"));
        return Pages.seeOther(visitor, HERE);
    }

    /** The bank is well again, finds its errors, and sends what it held back. */
    @Post("/end")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> heal(Visitor visitor, @Body Map<String, String> typed) {
        bank.heal();
        bank.reprint();
        bank.flush();
        return Pages.seeOther(visitor, HERE);
    }

    private HttpResponse<?> page(Visitor visitor, HttpStatus status, Form form) {
        SandboxBank.Faults faults = bank.faults();
        return pages.show(
                visitor,
                status,
                "demo/bank-faults",
                new FaultsPage(
                        form,
                        FAULTS.keySet().stream().sorted().toList(),
                        FILE_ERRORS,
                        faults.left().entrySet().stream()
                                .map(left -> new Row(left.getKey(), shown(left.getValue())))
                                .toList(),
                        faults.fileErrors()));
    }

    private static String shown(long times) {
        return times > TIMES_MAX ? "∞" : Long.toString(times);
    }

    private static Optional<Integer> times(String typed) {
        try {
            int times = Integer.parseInt(typed.strip());
            return times >= 1 && times <= TIMES_MAX ? Optional.of(times) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** @param kind words are at {@code bank.fault.<kind>} */
    record Row(String kind, String times) {}

    record FaultsPage(Form form, List<String> kinds, List<String> fileKinds, List<Row> left, long fileErrors) {}
}
