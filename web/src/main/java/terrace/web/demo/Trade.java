package terrace.web.demo;

import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import terrace.marketplace.accounts.Account;
import terrace.marketplace.accounts.Accounts;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.jobs.Jobs;
import terrace.orders.purchases.PurchaseState;
import terrace.orders.reconciliation.Reconciliation;
import terrace.orders.runs.Drafting;
import terrace.orders.runs.SettlementRun;
import terrace.orders.runs.SettlementRuns;
import terrace.web.demo.aftersale.Canteen;
import terrace.web.demo.books.Bookkeeping;
import terrace.web.demo.plan.Deal;
import terrace.web.demo.plan.Deal.Fate;
import terrace.web.demo.plan.Facts;
import terrace.web.demo.plan.PlannedListing;

/** Three weeks of buying, shipping, accepting and paying out, told by moving the clocks of market and bank. */
@Singleton
class Trade {

    private static final int THIRDS = 3;

    private final Dealings dealings;
    private final Canteen canteen;
    private final SandboxHandles bank;
    private final Clock clock;
    private final SettlementRuns runs;
    private final Reconciliation reconciliation;
    private final Bookkeeping bookkeeping;
    private final Accounts accounts;
    private final Jobs jobs;
    private final Set<LocalDate> days = new TreeSet<>();

    Trade(
            Dealings dealings,
            Canteen canteen,
            SandboxHandles bank,
            Clock clock,
            SettlementRuns runs,
            Reconciliation reconciliation,
            Bookkeeping bookkeeping,
            Accounts accounts,
            Jobs jobs) {
        this.dealings = dealings;
        this.canteen = canteen;
        this.bank = bank;
        this.clock = clock;
        this.runs = runs;
        this.reconciliation = reconciliation;
        this.bookkeeping = bookkeeping;
        this.accounts = accounts;
        this.jobs = jobs;
    }

    void run(Facts facts, List<PlannedListing> listings, Consumer<String> say) {
        List<Deal> deals = Deal.plan(
                facts, listings, People.MERCHANTS.values(), clock.today().toString());
        if (told(deals)) {
            each(deals, Fate.AWAITING, dealings::place);
            canteen(deals, Fate.AWAITING, canteen::ask);
            say.accept("Demo market: orders stand");
            return;
        }
        Optional<URI> sandbox = bank.await();
        if (sandbox.isEmpty()) {
            say.accept("Demo market: no orders, for there is no sandbox bank");
            return;
        }
        UUID operator = accounts.bySignInName(People.OPERATOR).map(Account::id).orElseThrow();
        try {
            tell(sandbox.get(), deals, operator);
        } finally {
            bank.shift(sandbox.get(), Duration.ZERO);
            clock.shift(Duration.ZERO);
        }
        days.remove(clock.today());
        days.forEach(day -> reconciliation.takeIn(day, People.OPERATOR));
        bookkeeping.explain(operator, checker());
        bookkeeping.keep(days, operator, People.MERCHANTS.keySet());
        each(deals, Fate.AWAITING, dealings::place);
        canteen(deals, Fate.AWAITING, canteen::ask);
        say.accept("Demo market: %d purchases in every state".formatted(deals.size()));
    }

    private void tell(URI sandbox, List<Deal> deals, UUID operator) {
        ago(sandbox, Duration.ofDays(20));
        each(deals, Fate.PAID_OUT, dealings::buy);
        ago(sandbox, Duration.ofDays(19));
        each(deals, Fate.PAID_OUT, dealings::ship);
        ago(sandbox, Duration.ofDays(15));
        each(deals, Fate.PAID_OUT, dealings::accept);
        ago(sandbox, Duration.ofDays(14));
        // what the bank's files say it kept, and what others bore of prices, is at the bank before it is paid out of
        // there
        days.stream()
                .filter(day -> day.isBefore(clock.today()))
                .forEach(day -> reconciliation.takeIn(day, People.OPERATOR));
        jobs.run("instruct-own-moves");
        jobs.run("send-own-moves");
        payOut(operator);
        bank.strangersPay();
        ago(sandbox, Duration.ofDays(9));
        each(deals, Fate.CANCELLED, dealings::cancel);
        ago(sandbox, Duration.ofDays(8));
        each(deals, Fate.ACCEPTED, dealings::buy);
        ago(sandbox, Duration.ofDays(7));
        each(deals, Fate.ACCEPTED, dealings::ship);
        ago(sandbox, Duration.ofDays(5));
        each(deals, Fate.EXPIRED, dealings::place);
        ago(sandbox, Duration.ofDays(3));
        each(deals, Fate.ACCEPTED, dealings::accept);
        each(deals, Fate.SHIPPED, dealings::buy);
        ago(sandbox, Duration.ofHours(50));
        canteen.open();
        canteen(deals, Fate.TO_SHIP, canteen::pass);
        some(deals, 0, dealings::buy);
        ago(sandbox, Duration.ofDays(2));
        each(deals, Fate.SHIPPED, dealings::ship);
        ago(sandbox, Duration.ofHours(44));
        some(deals, 1, dealings::buy);
        ago(sandbox, Duration.ofHours(20));
        each(deals, Fate.TO_SHIP, dealings::buy);
        dealings.give();
    }

    /** By two operators, as it must be. */
    private void payOut(UUID operator) {
        if (runs.draft(operator) instanceof Drafting.Drafted(SettlementRun run)) {
            runs.check(run.id(), operator);
            runs.approve(run.id(), checker(), run.fen());
        }
    }

    private UUID checker() {
        return accounts.bySignInName(People.CHECKER).map(Account::id).orElseThrow();
    }

    /** Whether the last of the past deals stands. */
    private boolean told(List<Deal> deals) {
        return deals.stream()
                .filter(deal -> deal.fate() == Fate.TO_SHIP)
                .allMatch(deal -> dealings.purchase(deal)
                        .filter(purchase -> purchase.state() == PurchaseState.PAID)
                        .isPresent());
    }

    private void ago(URI sandbox, Duration ago) {
        bank.shift(sandbox, ago.negated());
        clock.shift(ago.negated());
        days.add(clock.today());
    }

    /** Every third of those to be sent, so that some are late, some due, and some have time. */
    private static void some(List<Deal> deals, int third, Consumer<Deal> act) {
        List<Deal> toShip =
                deals.stream().filter(deal -> deal.fate() == Fate.TO_SHIP).toList();
        Hands.each(
                IntStream.range(0, toShip.size())
                        .filter(at -> at % THIRDS == third)
                        .mapToObj(toShip::get)
                        .toList(),
                act);
    }

    /** The first purchase of the canteen's buyer that goes this way. */
    private void canteen(List<Deal> deals, Fate fate, Consumer<UUID> act) {
        deals.stream()
                .filter(deal -> deal.fate() == fate && deal.buyer().equals(Canteen.BUYER))
                .findFirst()
                .ifPresent(deal -> {
                    dealings.place(deal);
                    act.accept(deal.purchaseId());
                });
    }

    private static void each(List<Deal> deals, Fate fate, Consumer<Deal> act) {
        Hands.each(deals.stream().filter(deal -> deal.fate() == fate).toList(), act);
    }
}
