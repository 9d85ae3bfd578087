package terrace.web.demo.outside;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import java.util.List;
import org.jspecify.annotations.Nullable;
import terrace.orders.gateway.SandboxBank;
import terrace.web.buying.Sights;
import terrace.web.pages.Pages;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** What holders of accounts would read in their bank books; nowhere but in the demo market. */
@Controller("/demo/bank")
@Requires(property = "terrace.demo", value = "true")
@Secured(Access.ANYONE)
class SandboxBankController {
    private static final int SHOWN = 20;
    private static final int PAYEE_SHOWN = 6;

    private final SandboxBank bank;
    private final Sights sights;
    private final Pages pages;

    SandboxBankController(SandboxBank bank, Sights sights, Pages pages) {
        this.bank = bank;
        this.sights = sights;
        this.pages = pages;
    }

    /** @param payee of whose account; everybody's without it */
    @Get
    HttpResponse<?> list(Visitor visitor, @Nullable @QueryValue String payee) {
        return pages.show(
                visitor,
                "demo/bank",
                new ArrivalsPage(bank.arrivals(payee == null ? "" : payee, SHOWN).stream()
                        .map(arrival -> new Row(sights.time(arrival.at()), end(arrival.payee()), arrival.fen()))
                        .toList()));
    }

    private static String end(String payee) {
        return "…" + payee.substring(Math.max(0, payee.length() - PAYEE_SHOWN));
    }

    record Row(String at, String payee, long fen) {}

    record ArrivalsPage(List<Row> rows) {}
}
