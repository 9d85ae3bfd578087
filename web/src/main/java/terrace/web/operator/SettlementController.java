package terrace.web.operator;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.merchants.Merchant;
import terrace.marketplace.merchants.Merchants;
import terrace.orders.runs.SettlementRun;
import terrace.orders.runs.SettlementRuns;
import terrace.orders.settlement.Owed;
import terrace.orders.settlement.Payout;
import terrace.orders.settlement.Settlement;
import terrace.web.buying.Sights;
import terrace.web.merchant.PayoutStand;
import terrace.web.pages.Pages;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** What merchants are owed, and what was paid out to them. */
@Controller("/operator")
@Secured(Access.OPERATOR)
class SettlementController {
    private static final int PAYOUTS_SHOWN = 50;
    private static final int RUNS_SHOWN = 20;
    /** Merchants by what they are owed, or owe: those with the most. A run's own page names all it pays. */
    private static final int MERCHANTS_SHOWN = 100;

    private final Settlement settlement;
    private final SettlementRuns runs;
    private final Merchants merchants;
    private final Actors actors;
    private final Sights sights;
    private final Pages pages;

    SettlementController(
            Settlement settlement,
            SettlementRuns runs,
            Merchants merchants,
            Actors actors,
            Sights sights,
            Pages pages) {
        this.settlement = settlement;
        this.runs = runs;
        this.merchants = merchants;
        this.actors = actors;
        this.sights = sights;
        this.pages = pages;
    }

    @Get
    HttpResponse<?> home(Visitor visitor) {
        return Pages.seeOther(visitor, "/operator/settlement");
    }

    /** @param nothing after a run was to be drafted: that there was nothing to pay */
    @Get("/settlement")
    HttpResponse<?> show(Visitor visitor, @Nullable @QueryValue Boolean nothing) {
        List<Owed> owed = settlement.owed();
        List<Owed> most = owed.stream().limit(MERCHANTS_SHOWN).toList();
        Map<UUID, Long> allDebts = settlement.debts();
        List<Map.Entry<UUID, Long>> debts = largest(allDebts);
        List<Payout> payouts = settlement.newestPayouts(PAYOUTS_SHOWN);
        Map<UUID, Merchant> known = merchants.byIds(Stream.of(
                        most.stream().map(Owed::merchantId),
                        payouts.stream().map(Payout::merchantId),
                        debts.stream().map(Map.Entry::getKey))
                .flatMap(Function.identity())
                .collect(Collectors.toSet()));
        Map<String, String> operators = actors.names(
                payouts.stream().map(payout -> payout.operatorId().toString()).toList());
        return pages.show(
                visitor,
                "operator/settlement",
                new SettlementPage(
                        most.stream()
                                .map(one -> row(one, known.get(one.merchantId())))
                                .toList(),
                        owed.size(),
                        sum(owed, true),
                        sum(owed, false),
                        payouts.stream()
                                .map(payout -> row(payout, known.get(payout.merchantId()), operators))
                                .toList(),
                        runs.newest(RUNS_SHOWN).stream().map(this::row).toList(),
                        runs.open().map(SettlementRun::id).orElse(null),
                        debts.stream()
                                .map(debt -> new DebtRow(name(known.get(debt.getKey())), debt.getValue()))
                                .toList(),
                        allDebts.size(),
                        nothing != null && nothing));
    }

    private static List<Map.Entry<UUID, Long>> largest(Map<UUID, Long> debts) {
        return debts.entrySet().stream()
                .sorted(Map.Entry.<UUID, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(MERCHANTS_SHOWN)
                .toList();
    }

    private static OwedRow row(Owed one, @Nullable Merchant merchant) {
        return new OwedRow(one.merchantName(), code(merchant), one.fen(), one.payoutAllowed(), one.accountProven());
    }

    private RunRow row(SettlementRun run) {
        return new RunRow(
                run.id(),
                run.number(),
                sights.time(run.draftedAt()),
                run.state().name(),
                run.merchants(),
                run.fen());
    }

    private static String name(@Nullable Merchant merchant) {
        return merchant == null ? "" : merchant.name();
    }

    private PayoutRow row(Payout payout, @Nullable Merchant merchant, Map<String, String> operators) {
        return new PayoutRow(
                merchant == null ? payout.merchantId().toString() : merchant.name(),
                payout.fen(),
                PayoutStand.of(payout).name(),
                sights.time(payout.createdAt()),
                operators.getOrDefault(payout.operatorId().toString(), ""),
                payout.inFile() == null ? null : payout.inFile().toString(),
                payout.trouble());
    }

    private static long sum(List<Owed> owed, boolean allowed) {
        return owed.stream()
                .filter(one -> one.payoutAllowed() == allowed)
                .mapToLong(Owed::fen)
                .sum();
    }

    private static @Nullable String code(@Nullable Merchant merchant) {
        return merchant == null ? null : merchant.code();
    }

    record OwedRow(String merchant, @Nullable String code, long fen, boolean allowed, boolean proven) {}

    /** @param stand words are at {@code merchant.payout.<stand>} */
    record PayoutRow(
            String merchant,
            long fen,
            String stand,
            String at,
            String operator,
            @Nullable String inFile,
            @Nullable String trouble) {}

    /** @param owedCount of all merchants, of whom those owed most are shown; of debts the same */
    record SettlementPage(
            List<OwedRow> owed,
            int owedCount,
            long payableFen,
            long heldFen,
            List<PayoutRow> payouts,
            List<RunRow> runs,
            @Nullable UUID openRun,
            List<DebtRow> debts,
            int debtCount,
            boolean nothing) {}

    /** @param state words are at {@code settling.run.state.<state>} */
    record RunRow(UUID id, long number, String at, String state, int merchants, long fen) {}

    record DebtRow(String merchant, long fen) {}
}
