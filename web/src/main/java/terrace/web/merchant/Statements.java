package terrace.web.merchant;

import jakarta.inject.Singleton;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.bankaccounts.BankAccounts;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.merchants.Merchant;
import terrace.orders.ledger.AccountLine;
import terrace.orders.ledger.JournalKind;
import terrace.orders.purchases.Purchases;
import terrace.orders.settlement.Payout;
import terrace.orders.settlement.Settlement;
import terrace.web.buying.Sights;

/** Puts a statement together. A payout takes all that is available, so what lies between two belongs to the later. */
@Singleton
class Statements {
    private static final int LINES_SHOWN = 500;
    private static final int PAYOUTS_SUMMED = 1_000;

    private final Settlement settlement;
    private final Purchases purchases;
    private final BankAccounts bankAccounts;
    private final Sights sights;
    private final Clock clock;

    Statements(Settlement settlement, Purchases purchases, BankAccounts bankAccounts, Sights sights, Clock clock) {
        this.clock = clock;
        this.bankAccounts = bankAccounts;
        this.settlement = settlement;
        this.purchases = purchases;
        this.sights = sights;
    }

    StatementPage of(Merchant merchant) {
        List<AccountLine> movements = settlement.statement(merchant.id(), LINES_SHOWN);
        List<Payout> payouts = settlement.payoutsOf(merchant.id(), PAYOUTS_SUMMED);
        Map<UUID, String> numbers = purchases.numbersOfMerchant(
                merchant.id(), movements.stream().map(AccountLine::sourceId).collect(Collectors.toSet()));
        Map<UUID, Payout> byId = payouts.stream().collect(Collectors.toMap(Payout::id, Function.identity()));
        List<StatementPage.Line> available = new ArrayList<>();
        List<StatementPage.PaidOut> paidOut = new ArrayList<>();
        List<StatementPage.Line> lines = available;
        for (AccountLine movement : movements) {
            @Nullable Payout payout = movement.kind() == JournalKind.PAYOUT_SENT ? byId.get(movement.sourceId()) : null;
            if (payout == null) {
                lines.add(line(movement, numbers));
            } else {
                lines = new ArrayList<>();
                paidOut.add(paidOut(payout, lines));
            }
        }
        return new StatementPage(
                merchant.name(),
                bankAccounts.inUse(merchant.id()).isPresent(),
                YearMonth.from(clock.today()).toString(),
                settlement.availableFen(merchant.id()),
                settlement.debtFen(merchant.id()),
                sum(payouts, PayoutStand::inFlight),
                sum(payouts, stand -> stand == PayoutStand.PAID),
                available,
                paidOut,
                movements.size() == LINES_SHOWN);
    }

    private StatementPage.PaidOut paidOut(Payout payout, List<StatementPage.Line> lines) {
        return new StatementPage.PaidOut(
                sights.time(payout.createdAt()),
                payout.fen(),
                PayoutStand.of(payout).name(),
                payout.inFile() == null ? null : payout.inFile().toString(),
                lines);
    }

    private StatementPage.Line line(AccountLine movement, Map<UUID, String> numbers) {
        return new StatementPage.Line(
                sights.time(movement.occurredAt()),
                switch (movement.kind()) {
                    case ORDER_ACCEPTED -> "accepted";
                    case PAYOUT_RETURNED, PAYOUT_GIVEN_BACK -> "returned";
                    case SALE_REVERSED_LATE -> "refunded";
                    case DEBT_COLLECTED -> "debt";
                    case DISPUTE_OPENED, DISPUTE_WON -> "disputed";
                    default -> "other";
                },
                numbers.get(movement.sourceId()),
                movement.fen());
    }

    private static long sum(List<Payout> payouts, Predicate<PayoutStand> counted) {
        return payouts.stream()
                .filter(payout -> counted.test(PayoutStand.of(payout)))
                .mapToLong(Payout::fen)
                .sum();
    }
}
