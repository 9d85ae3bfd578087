package terrace.web.operator;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import org.jspecify.annotations.Nullable;
import terrace.orders.ledger.TrialBalance;
import terrace.orders.reconciliation.BalanceCheck;
import terrace.orders.reconciliation.Reconciliation;
import terrace.web.pages.Pages;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** Our books against the bank's own; an address of its own, because the bank is asked and may take its time. */
@Controller("/operator/balance")
@Secured(Access.OPERATOR)
class BalanceController {
    private final Reconciliation reconciliation;
    private final Pages pages;

    BalanceController(Reconciliation reconciliation, Pages pages) {
        this.reconciliation = reconciliation;
        this.pages = pages;
    }

    /** A page, or for htmx the part of it that settlement shows too. */
    @Get
    HttpResponse<?> show(HttpRequest<?> request, Visitor visitor) {
        String view = request.getHeaders().contains("HX-Request") ? "operator/balance :: check" : "operator/balance";
        return pages.show(visitor, HttpStatus.OK, view, page(reconciliation.balanceCheck()));
    }

    private static BalancePage page(BalanceCheck check) {
        return switch (check) {
            case BalanceCheck.Compared compared ->
                new BalancePage(
                        compared.sound() ? "sound" : "unsound",
                        new Compared(
                                compared.bankFen(),
                                compared.oursFen(),
                                compared.escrowFen(),
                                compared.clearingFen(),
                                compared.onTheWayFen(),
                                compared.differenceFen(),
                                compared.owedFen(),
                                compared.coverFen()),
                        compared.trial());
            case BalanceCheck.BankSilent silent -> new BalancePage("silent", null, silent.trial());
        };
    }

    record Compared(
            long bankFen,
            long oursFen,
            long escrowFen,
            long clearingFen,
            long onTheWayFen,
            long differenceFen,
            long owedFen,
            long coverFen) {}

    /** @param stand sound, unsound or silent; words are at {@code operator.balance.<stand>} */
    record BalancePage(String stand, @Nullable Compared compared, TrialBalance trial) {}
}
