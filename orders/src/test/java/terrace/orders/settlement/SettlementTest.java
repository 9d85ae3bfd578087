package terrace.orders.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import terrace.marketplace.audit.Audit;
import terrace.marketplace.audit.AuditEntry;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.jobs.Jobs;
import terrace.marketplace.merchants.Merchant;
import terrace.marketplace.merchants.Merchants;
import terrace.marketplace.merchants.Suspension;
import terrace.orders.gateway.BankBook;
import terrace.orders.gateway.FakePaymentGateway;
import terrace.orders.gateway.FakePaymentGateway.Fault;
import terrace.orders.ledger.Account;
import terrace.orders.ledger.AccountLine;
import terrace.orders.ledger.EscrowRelease;
import terrace.orders.ledger.Journal;
import terrace.orders.ledger.JournalKind;
import terrace.orders.ledger.Ledger;
import terrace.orders.ledger.Posting;
import terrace.orders.ledger.TrialBalance;
import terrace.orders.runs.Paying;
import terrace.orders.runs.Paying.Paid;

@MicronautTest(transactional = false)
class SettlementTest {

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
    Merchants merchants;

    @Inject
    FakePaymentGateway bank;

    @Inject
    Audit audit;

    @Inject
    Jobs jobs;

    @Inject
    JdbcOperations jdbc;

    @Inject
    TransactionOperations<Connection> transactions;

    @AfterEach
    void sound() {
        bank.heal();
        assertThat(ledger.trialBalance()).matches(TrialBalance::sound);
    }

    @Test
    void accepted_orders_are_owed_and_one_payout_pays_them_all() {
        Merchant shop = shops.open();
        UUID order = earn(shop, 1_250);
        earn(shop, 8_750);
        assertThat(settlement.owed()).contains(new Owed(shop.id(), shop.name(), 10_000, 0, true, true));
        Paid run = paying.send();
        Payout payout = of(shop, run);
        assertThat(payout.state()).isEqualTo(Payout.State.SENT);
        assertThat(transfers(payout)).containsExactly(10_000L);
        assertThat(settlement.owed()).extracting(Owed::merchantId).doesNotContain(shop.id());
        assertThat(settlement.statement(shop.id(), 10))
                .extracting(AccountLine::fen)
                .containsExactly(-10_000L, 8_750L, 1_250L);
        assertThat(settlement.statement(shop.id(), 10).getLast().sourceId()).isEqualTo(order);
        assertThat(audit.ofSubject("payout:" + payout.id(), 10))
                .extracting(AuditEntry::act)
                .containsExactlyInAnyOrder("payout.instructed", "payout.sent");
    }

    @Test
    void operators_pressing_at_once_send_once() throws Exception {
        Merchant shop = shops.open();
        earn(shop, 4_200);
        List<Paid> runs = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            for (Future<Paid> run : threads.invokeAll(Collections.<Callable<Paid>>nCopies(6, () -> paying.send()))) {
                runs.add(run.get());
            }
        }
        List<Payout> payouts = runs.stream()
                .flatMap(run -> run.payouts().stream())
                .filter(payout -> payout.merchantId().equals(shop.id()))
                .toList();
        assertThat(payouts).hasSize(1);
        assertThat(transfers(payouts.getFirst())).containsExactly(4_200L);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"NOTHING_DONE", "DONE_BUT_SILENT"})
    void a_lost_answer_pays_once(Fault fault) {
        Merchant shop = shops.open();
        earn(shop, 300);
        paying.send();
        earn(shop, 700);
        bank.failNext(fault);
        Payout payout = of(shop, paying.send());
        assertThat(payout.state()).isEqualTo(Payout.State.INSTRUCTED);
        due(payout.id());
        jobs.run("send-payouts");
        assertThat(settlement.payout(payout.id()).orElseThrow().state()).isEqualTo(Payout.State.SENT);
        assertThat(transfers(payout)).containsExactly(700L);
    }

    @Test
    void a_payout_the_bank_refuses_is_available_again_and_says_why() {
        Merchant shop = shops.open();
        paying.send();
        earn(shop, 900);
        bank.failNext(Fault.REFUSED);
        Payout payout = of(shop, paying.send());
        assertThat(payout.state()).isEqualTo(Payout.State.RETURNED);
        assertThat(payout.trouble()).contains("card_declined");
        assertThat(settlement.availableFen(shop.id())).isEqualTo(900);
        assertThat(of(shop, paying.send()).state()).isEqualTo(Payout.State.SENT);
    }

    @Test
    void a_merchant_whose_payouts_are_stopped_keeps_the_money_waiting() {
        Merchant shop = shops.open();
        earn(shop, 900);
        merchants.suspend(shop.id(), Suspension.Reason.FRAUD, "test", true, "operator");
        Paid run = paying.send();
        assertThat(run.held()).contains(shop.id());
        assertThat(settlement.availableFen(shop.id())).isEqualTo(900);
    }

    private UUID earn(Merchant shop, long fen) {
        UUID order = Ids.next();
        ledger.post(Journal.of(
                JournalKind.PAYMENT_TAKEN,
                "test",
                order,
                Instant.parse("2026-11-20T02:00:00Z"),
                Posting.debit(Account.clearing(), fen),
                Posting.credit(Account.escrow(order), fen)));
        release.orderAccepted(order, shop.id(), fen, 0);
        return order;
    }

    private static Payout of(Merchant shop, Paid run) {
        return run.payouts().stream()
                .filter(payout -> payout.merchantId().equals(shop.id()))
                .findFirst()
                .orElseThrow();
    }

    private List<Long> transfers(Payout payout) {
        return bank.book().stream()
                .filter(entry -> entry.ourRef().equals(payout.id().toString()))
                .map(BankBook.Entry::fen)
                .toList();
    }

    /** The queue runs on real time: waits no longer for the next try. */
    private void due(UUID payoutId) {
        transactions.executeWrite(status -> jdbc.prepareStatement(
                "update orders.payout set due_at = clock_timestamp() where id = ? and due_at is not null",
                statement -> {
                    statement.setObject(1, payoutId);
                    return statement.executeUpdate();
                }));
    }
}
