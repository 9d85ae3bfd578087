package terrace.orders.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import terrace.marketplace.ids.Ids;

@MicronautTest(transactional = false)
class LedgerTest {

    private static final Instant AT = Instant.parse("2026-11-20T02:00:00Z");

    @Inject
    Ledger ledger;

    @Inject
    EscrowRelease release;

    @Inject
    JdbcOperations jdbc;

    @Inject
    TransactionOperations<Connection> transactions;

    @Test
    void a_journal_handed_in_again_changes_nothing() {
        UUID order = Ids.next();
        Journal paid = paid(Ids.next(), order, 9_448);
        assertThat(ledger.post(paid)).isTrue();
        assertThat(ledger.post(paid)).isFalse();
        assertThat(ledger.balance(Account.escrow(order))).isEqualTo(9_448);
        assertSound();
    }

    @Test
    void a_journal_handed_in_again_with_other_money_is_a_broken_promise() {
        UUID payment = Ids.next();
        UUID order = Ids.next();
        ledger.post(paid(payment, order, 100));
        assertThatThrownBy(() -> ledger.post(paid(payment, order, 101))).isInstanceOf(IllegalStateException.class);
        assertThat(ledger.balance(Account.escrow(order))).isEqualTo(100);
    }

    @Test
    void an_accepted_order_pays_the_merchant_less_commission() {
        UUID order = Ids.next();
        UUID merchant = Ids.next();
        long before = ledger.balance(Account.commission());
        ledger.post(paid(Ids.next(), order, 9_999));
        release.orderAccepted(order, merchant, 9_999, 500);
        release.orderAccepted(order, merchant, 9_999, 500);
        assertThat(ledger.balance(Account.escrow(order))).isZero();
        assertThat(ledger.balance(Account.available(merchant))).isEqualTo(9_499);
        assertThat(ledger.balance(Account.commission()) - before).isEqualTo(500);
        assertThat(ledger.available()).containsEntry(merchant, 9_499L);
        assertThat(ledger.lines(Account.available(merchant), 10))
                .singleElement()
                .satisfies(line -> assertThat(line.sourceId()).isEqualTo(order));
        assertSound();
    }

    @ParameterizedTest
    @CsvSource({"100,0,0", "100,500,5", "10,500,1", "9,500,0", "1,10000,1"})
    void commission_is_rounded_half_up(long fen, int basisPoints, long commission) {
        assertThat(EscrowRelease.commission(fen, basisPoints)).isEqualTo(commission);
    }

    @Test
    void escrow_never_gives_more_than_it_holds() {
        UUID order = Ids.next();
        ledger.post(paid(Ids.next(), order, 100));
        assertThatThrownBy(() -> release.orderAccepted(order, Ids.next(), 101, 0))
                .hasStackTraceContaining("balance_above_floor");
        assertThat(ledger.balance(Account.escrow(order))).isEqualTo(100);
    }

    @Test
    void a_journal_off_by_a_fen_is_not_even_made() {
        assertThatThrownBy(() -> Journal.of(
                        JournalKind.PAYMENT_TAKEN,
                        "payment",
                        Ids.next(),
                        AT,
                        Posting.debit(Account.clearing(), 100),
                        Posting.credit(Account.escrow(Ids.next()), 99)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_database_refuses_an_unbalanced_journal_at_commit() {
        UUID order = Ids.next();
        ledger.post(paid(Ids.next(), order, 100));
        assertThatThrownBy(() -> transactions.executeWrite(status -> {
                    UUID journal = rawJournal();
                    return rawEntry(journal, 1, "bank:clearing", "D", 100)
                            + rawEntry(journal, 2, "escrow:order:" + order, "C", 99);
                }))
                .hasStackTraceContaining("does not balance");
        assertThat(ledger.balance(Account.escrow(order))).isEqualTo(100);
        assertSound();
    }

    @Test
    void the_database_refuses_entries_slipped_under_an_old_journal_and_journals_without_entries() {
        UUID order = Ids.next();
        Journal old = paid(Ids.next(), order, 100);
        ledger.post(old);
        assertThatThrownBy(() ->
                        transactions.executeWrite(status -> rawEntry(idOf(old), 7, "escrow:order:" + order, "C", 5)))
                .hasStackTraceContaining("does not balance");
        assertThatThrownBy(() -> transactions.executeWrite(status -> rawJournal()))
                .hasStackTraceContaining("no entries");
        assertSound();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update orders.entry set fen = fen + 1",
                "delete from orders.entry",
                "update orders.journal set kind = kind",
                "delete from orders.journal",
                "truncate orders.entry",
                "update orders.account set floor = null",
                "update orders.balance set credit = credit + 1",
                "insert into orders.balance (account, normal) values ('bank:clearing', 'D')"
            })
    void the_application_can_only_add_to_the_books(String sql) {
        assertThatThrownBy(() -> transactions.executeWrite(status -> run(sql)))
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void many_at_once_over_shared_accounts_neither_deadlock_nor_lose_a_fen() throws Exception {
        List<UUID> merchants = List.of(Ids.next(), Ids.next(), Ids.next());
        List<Callable<Boolean>> work = new ArrayList<>();
        RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
        for (int i = 0; i < 60; i++) {
            List<UUID> shuffled = new ArrayList<>(merchants);
            Collections.shuffle(shuffled, java.util.Random.from(random));
            Journal shared = spread(shuffled, 10);
            work.add(() -> ledger.post(shared));
            work.add(() -> ledger.post(shared));
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            int posted = 0;
            for (Future<Boolean> done : threads.invokeAll(work)) {
                posted += done.get() ? 1 : 0;
            }
            assertThat(posted).isEqualTo(60);
        }
        for (UUID merchant : merchants) {
            assertThat(ledger.balance(Account.available(merchant))).isEqualTo(600);
        }
        assertSound();
    }

    private static Journal spread(List<UUID> merchants, long fen) {
        List<Posting> postings = new ArrayList<>();
        merchants.forEach(m -> postings.add(Posting.credit(Account.available(m), fen)));
        postings.add(Posting.debit(Account.clearing(), fen * merchants.size()));
        return new Journal(JournalKind.PAYMENT_TAKEN, "test", Ids.next(), 0, AT, postings);
    }

    private static Journal paid(UUID payment, UUID order, long fen) {
        return Journal.of(
                JournalKind.PAYMENT_TAKEN,
                "payment",
                payment,
                AT,
                Posting.debit(Account.clearing(), fen),
                Posting.credit(Account.escrow(order), fen));
    }

    private void assertSound() {
        assertThat(ledger.trialBalance()).matches(TrialBalance::sound);
    }

    private UUID rawJournal() {
        UUID id = Ids.next();
        run("insert into orders.journal (id, kind, source_type, source_id, occurred_at) values ('" + id
                + "', 'PAYMENT_TAKEN', 'test', '" + id + "', now())");
        return id;
    }

    private int rawEntry(UUID journal, int line, String account, String side, long fen) {
        return run("insert into orders.entry (journal_id, line, account, side, fen) values ('" + journal + "', " + line
                + ", '" + account + "', '" + side + "', " + fen + ")");
    }

    private UUID idOf(Journal journal) {
        // inside a transaction: JdbcOperations opens no connection of its own
        return jdbc.prepareStatement("select id from orders.journal where source_id = ?", statement -> {
            statement.setObject(1, journal.sourceId());
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getObject(1, UUID.class);
            }
        });
    }

    private int run(String sql) {
        return jdbc.prepareStatement(sql, PreparedStatement::executeUpdate);
    }
}
