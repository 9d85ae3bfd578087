package terrace.orders.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.merchants.Merchant;
import terrace.orders.books.Invariant;
import terrace.orders.ledger.Account;
import terrace.orders.ledger.EscrowRelease;
import terrace.orders.ledger.Journal;
import terrace.orders.ledger.JournalKind;
import terrace.orders.ledger.Ledger;
import terrace.orders.ledger.Owner;
import terrace.orders.ledger.Posting;
import terrace.orders.ledger.Sql;
import terrace.orders.settlement.Payout;
import terrace.orders.settlement.Settlement;
import terrace.orders.settlement.Shops;

@MicronautTest(transactional = false)
@Property(name = "terrace.settlement.run-fen-max", value = "100000")
@Property(name = "terrace.settlement.merchant-fen-max", value = "60000")
class SettlementRunsTest {

    private static final UUID MAKER = Paying.MAKER;
    private static final UUID CHECKER = Paying.CHECKER;

    @Inject
    SettlementRuns runs;

    @Inject
    Settlement settlement;

    @Inject
    Paying paying;

    @Inject
    Ledger ledger;

    @Inject
    EscrowRelease release;

    @Inject
    Shops shops;

    @Inject
    Owner owner;

    @Inject
    Sql sql;

    @Inject
    Clock clock;

    @Inject
    TransactionOperations<Connection> transactions;

    /** What other tests left behind is paid out first. */
    @BeforeEach
    void clear() {
        while (!paying.send().payouts().isEmpty()) {
            // the caps of this test take more than one run for it
        }
    }

    @AfterEach
    void nothingOpen() {
        runs.open().ifPresent(run -> runs.drop(run.id(), MAKER));
        assertThat(ledger.trialBalance().sound()).isTrue();
    }

    @Test
    void a_run_goes_from_draft_to_the_bank_by_two_persons() {
        Merchant shop = earning(50_000);
        SettlementRun run = drafted();
        assertThat(run.fen()).isEqualTo(50_000);
        assertThat(approve(run, CHECKER)).isInstanceOf(Approval.NotChecked.class);
        assertThat(runs.check(run.id(), MAKER)).get().isInstanceOf(Checking.Sound.class);
        assertThat(approve(run, MAKER)).isInstanceOf(Approval.SamePerson.class);
        assertThat(runs.approve(run.id(), CHECKER, 49_999)).get().isInstanceOf(Approval.AnotherSum.class);
        assertThat(settlement.payoutsOf(shop.id(), 9)).isEmpty();
        assertThat(approve(run, CHECKER)).isInstanceOf(Approval.Sent.class);
        assertThat(approve(run, CHECKER)).isInstanceOf(Approval.NotChecked.class);
        assertThat(settlement.payoutsOf(shop.id(), 9))
                .singleElement()
                .matches(payout -> payout.fen() == 50_000 && run.id().equals(payout.runId()));
        assertThat(runs.byId(run.id()).orElseThrow().state()).isEqualTo(SettlementRun.State.SENT);
    }

    @Test
    void the_database_itself_refuses_one_person_and_two_runs() {
        earning(900);
        SettlementRun run = drafted();
        runs.check(run.id(), MAKER);
        assertThat(runs.draft(CHECKER)).isInstanceOf(Drafting.AnotherOpen.class);
        assertThatThrownBy(() -> run("update orders.settlement_run set state = 'APPROVED', approved_by = drafted_by, "
                        + "approved_at = now() where id = '" + run.id() + "'"))
                .hasStackTraceContaining("settlement_run_by_two_persons");
        assertThatThrownBy(() -> run("insert into orders.settlement_run (id, merchants, fen, cap_fen, merchant_cap_fen,"
                        + " drafted_by, drafted_at) values (gen_random_uuid(), 1, 1, 1, 1, gen_random_uuid(), now())"))
                .hasStackTraceContaining("settlement_run_one_open");
        assertThatThrownBy(() -> run("update orders.settlement_run set state = 'SENT', sent_at = now() where id = '"
                        + run.id() + "'"))
                .hasStackTraceContaining("settlement_run");
        assertThatThrownBy(() -> run("update orders.settlement_run set fen = 1"))
                .hasStackTraceContaining("denied");
        assertThatThrownBy(() -> run("insert into orders.payout (id, merchant_id, fen, destination, operator_id, state,"
                        + " created_at) values (gen_random_uuid(), gen_random_uuid(), 1, 'x', gen_random_uuid(), "
                        + "'INSTRUCTED', now())"))
                .hasStackTraceContaining("payout_of_a_run");
    }

    @Test
    void no_merchant_and_no_run_gets_more_than_its_cap() {
        Merchant rich = earning(70_000);
        Merchant next = earning(45_000);
        SettlementRun run = drafted();
        assertThat(line(run, rich).fen()).isEqualTo(60_000);
        assertThat(line(run, next).held()).isEqualTo(RunLine.Held.RUN_CAP);
        assertThat(run.fen()).isEqualTo(60_000);
    }

    @Test
    void what_a_merchant_owes_is_collected_first_and_not_paid_out() {
        Merchant shop = shops.open();
        ledger.post(Journal.of(
                JournalKind.SALE_REVERSED_LATE,
                "test",
                Ids.next(),
                clock.now(),
                Posting.debit(Account.receivable(shop.id()), 3_000),
                Posting.credit(Account.clearing(), 3_000)));
        earn(shop, 2_000);
        assertThat(settlement.availableFen(shop.id())).isZero();
        assertThat(settlement.debtFen(shop.id())).isEqualTo(1_000);
        UUID order = earn(shop, 5_000);
        assertThat(settlement.debtFen(shop.id())).isZero();
        assertThat(settlement.availableFen(shop.id())).isEqualTo(4_000);
        release.orderAccepted(order, shop.id(), 5_000, 0);
        assertThat(settlement.availableFen(shop.id())).isEqualTo(4_000);
        assertThat(settlement.statement(shop.id(), 9))
                .filteredOn(line -> line.kind() == JournalKind.DEBT_COLLECTED)
                .extracting(line -> line.fen())
                .containsExactly(-1_000L, -2_000L);
    }

    @Test
    void a_run_whose_money_has_gone_or_whose_books_are_wrong_is_not_sent() {
        Merchant shop = earning(8_000);
        SettlementRun run = drafted();
        String wrong =
                "update orders.balance set credit = credit %s 1 where account = 'merchant:available:" + shop.id() + "'";
        owner.run(wrong.formatted("+"));
        try {
            assertThat(runs.check(run.id(), MAKER))
                    .get()
                    .isInstanceOfSatisfying(
                            Checking.BooksUnsound.class,
                            unsound -> assertThat(unsound.broken()).contains(Invariant.BOOKS_BALANCE));
        } finally {
            owner.run(wrong.formatted("-"));
        }
        ledger.post(Journal.of(
                JournalKind.SALE_REVERSED_LATE,
                "test",
                Ids.next(),
                clock.now(),
                Posting.debit(Account.available(shop.id()), 1),
                Posting.credit(Account.clearing(), 1)));
        assertThat(runs.check(run.id(), MAKER)).get().isEqualTo(new Checking.NotCovered(List.of(shop.id())));
        assertThat(runs.drop(run.id(), MAKER)).hasValue(true);
        assertThat(runs.drop(run.id(), MAKER)).hasValue(false);
        assertThat(settlement.payoutsOf(shop.id(), 9)).isEmpty();
    }

    @Test
    void approved_by_many_at_once_it_pays_once_and_an_interrupted_one_goes_on() throws Exception {
        Merchant shop = earning(6_000);
        SettlementRun run = drafted();
        runs.check(run.id(), MAKER);
        List<Approval> approvals = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            for (Future<Approval> approval :
                    threads.invokeAll(Collections.<Callable<Approval>>nCopies(6, () -> approve(run, CHECKER)))) {
                approvals.add(approval.get());
            }
        }
        assertThat(approvals).filteredOn(Approval.Sent.class::isInstance).hasSize(1);
        assertThat(settlement.pay(run.id(), CHECKER, shop.id(), 6_000)).isEqualTo(Optional.empty());
        assertThat(settlement.payoutsOf(shop.id(), 9)).extracting(Payout::fen).containsExactly(6_000L);
        owner.run("update orders.settlement_run set state = 'APPROVED', sent_at = null, "
                + "approved_at = approved_at - interval '1 hour' where id = '" + run.id() + "'");
        runs.goOn();
        assertThat(runs.byId(run.id()).orElseThrow().state()).isEqualTo(SettlementRun.State.SENT);
        assertThat(settlement.payoutsOf(shop.id(), 9)).hasSize(1);
    }

    private SettlementRun drafted() {
        return ((Drafting.Drafted) runs.draft(MAKER)).run();
    }

    private Approval approve(SettlementRun run, UUID by) {
        return runs.approve(run.id(), by, run.fen()).orElseThrow();
    }

    private RunLine line(SettlementRun run, Merchant shop) {
        return runs.lines(run.id()).stream()
                .filter(line -> line.merchantId().equals(shop.id()))
                .findFirst()
                .orElseThrow();
    }

    private Merchant earning(long fen) {
        Merchant shop = shops.open();
        earn(shop, fen);
        return shop;
    }

    private UUID earn(Merchant shop, long fen) {
        UUID order = Ids.next();
        ledger.post(Journal.of(
                JournalKind.PAYMENT_TAKEN,
                "test",
                order,
                clock.now(),
                Posting.debit(Account.clearing(), fen),
                Posting.credit(Account.escrow(order), fen)));
        release.orderAccepted(order, shop.id(), fen, 0);
        return order;
    }

    private int run(String statement) {
        return transactions.executeWrite(status -> sql.change(statement));
    }
}
