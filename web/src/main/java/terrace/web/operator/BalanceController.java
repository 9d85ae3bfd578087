package terrace.web.operator;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import terrace.orders.ledger.TrialBalance;
import terrace.orders.reconciliation.BalanceCheck;
import terrace.orders.reconciliation.Reconciliation;
import terrace.orders.sweeps.OwnMoves;
import terrace.web.pages.Pages;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** Our books against the bank's own; an address of its own, because the bank is asked and may take its time. */
@Controller("/operator/balance")
@Secured(Access.OPERATOR)
class BalanceController {
    private static final int MOVES_SHOWN = 14;

    private final Reconciliation reconciliation;
    private final OwnMoves moves;
    private final Pages pages;

    BalanceController(Reconciliation reconciliation, OwnMoves moves, Pages pages) {
        this.reconciliation = reconciliation;
        this.moves = moves;
        this.pages = pages;
    }

    /** A page, or for htmx the part of it that settlement shows too. */
    @Get
    HttpResponse<?> show(HttpRequest<?> request, Visitor visitor) {
        String view = request.getHeaders().contains("HX-Request") ? "operator/balance :: check" : "operator/balance";
        return pages.show(visitor, HttpStatus.OK, view, page(reconciliation.balanceCheck()));
    }

    private BalancePage page(BalanceCheck check) {
        return switch (check) {
            case BalanceCheck.Compared compared ->
                new BalancePage(
                        compared.sound() ? "sound" : compared.withinFees() ? "fees" : "unsound",
                        new Compared(
                                compared.bankFen(),
                                compared.oursFen(),
                                compared.escrowFen(),
                                compared.clearingFen(),
                                compared.onTheWayFen(),
                                compared.differenceFen(),
                                compared.owedFen(),
                                compared.coverFen()),
                        compared.trial(),
                        moves());
            case BalanceCheck.BankSilent silent -> new BalancePage("silent", null, silent.trial(), moves());
        };
    }

    private List<Move> moves() {
        return moves.newest(MOVES_SHOWN).stream()
                .map(move -> new Move(
                        move.day().toString(),
                        move.kind().name().toLowerCase(Locale.ROOT),
                        move.inFile() == null ? move.state().name() : "IN_FILE",
                        move.inFile() == null ? null : move.inFile().toString(),
                        move.trouble(),
                        move.fen()))
                .toList();
    }

    /**
     * What the bank was told to move of the platform's own money.
     *
     * @param kind words are at {@code operator.movement.<kind>}
     * @param stand words are at {@code operator.own.<stand>}
     */
    record Move(
            String day,
            String kind,
            String stand,
            @Nullable String inFile,
            @Nullable String trouble,
            long fen) {}

    record Compared(
            long bankFen,
            long oursFen,
            long escrowFen,
            long clearingFen,
            long onTheWayFen,
            long differenceFen,
            long owedFen,
            long coverFen) {}

    /** @param stand sound, fees, unsound or silent; words are at {@code operator.balance.<stand>} */
    record BalancePage(String stand, @Nullable Compared compared, TrialBalance trial, List<Move> moves) {}
}
