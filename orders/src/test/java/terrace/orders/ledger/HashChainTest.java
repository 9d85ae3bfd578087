package terrace.orders.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import terrace.marketplace.ids.Ids;

@MicronautTest(transactional = false)
class HashChainTest {

    private static final Instant AT = Instant.parse("2026-11-20T02:00:00Z");

    @Inject
    HashChain chain;

    @Inject
    Ledger ledger;

    @Inject
    Sql sql;

    @Inject
    Owner owner;

    @Inject
    TransactionOperations<Connection> transactions;

    @Test
    void every_journal_is_linked_once_without_a_gap() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            IntStream.range(0, 60)
                    .forEach(i -> threads.execute(() -> {
                        post(100 + i);
                        chain.catchUp();
                    }));
        }
        chain.catchUp();
        assertThat(number("select count(*) from orders.journal_loose")).isZero();
        assertThat(number("select max(seq) from orders.journal_link"))
                .isEqualTo(number("select count(*) from orders.journal_link"))
                .isEqualTo(number("select count(*) from orders.journal"));
        assertThat(broken()).isEmpty();
    }

    @Test
    void a_hot_balance_is_the_same_before_and_after_it_is_rolled_up() {
        chain.catchUp();
        long before = ledger.balance(Account.clearing());
        post(4_321);
        assertThat(ledger.balance(Account.clearing()) - before).isEqualTo(4_321);
        chain.catchUp();
        assertThat(ledger.balance(Account.clearing()) - before).isEqualTo(4_321);
        assertThat(number("select debit - credit from orders.rolled where account = 'bank:clearing'"))
                .isEqualTo(ledger.balance(Account.clearing()));
    }

    @Test
    void what_the_owner_of_the_tables_changes_is_found() {
        UUID source = post(700);
        chain.catchUp();
        HashChain.Head head = chain.head().orElseThrow();
        String entry = "orders.entry set fen = fen + %s where journal_id = (select id from orders.journal "
                + "where source_id = '" + source + "')";
        owner.run("update " + entry.formatted("1"));
        try {
            assertThat(broken()).hasSize(1);
        } finally {
            owner.run("update " + entry.formatted("-1"));
        }
        assertThat(broken()).isEmpty();
        owner.run("update orders.journal set occurred_at = occurred_at + interval '1 second' where source_id = '"
                + source + "'");
        assertThat(broken()).isNotEmpty();
        owner.run("update orders.journal set occurred_at = occurred_at - interval '1 second' where source_id = '"
                + source + "'");
        assertThat(chain.holds(head)).isTrue();
        assertThat(chain.holds(new HashChain.Head(head.seq(), "0".repeat(64)))).isFalse();
    }

    @Test
    void whoever_writes_the_chain_anew_after_a_change_is_betrayed_by_a_head_kept_elsewhere() {
        UUID source = post(900);
        chain.catchUp();
        HashChain.Head kept = chain.head().orElseThrow();
        String anew = "update orders.journal_link l set hash = orders.journal_digest("
                + "(select hash from orders.journal_link where seq = l.seq - 1), l.seq, l.journal_id) where seq = "
                + kept.seq();
        String kind = "update orders.journal set kind = '%s' where source_id = '" + source + "'";
        owner.run(kind.formatted("PAYMENT_UNWANTED"));
        owner.run(anew);
        assertThat(broken()).isEmpty();
        assertThat(chain.holds(kept)).isFalse();
        owner.run(kind.formatted("PAYMENT_TAKEN"));
        owner.run(anew);
        assertThat(chain.holds(kept)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from orders.journal_link",
                "update orders.journal_link set seq = seq + 1",
                "insert into orders.journal_loose values (gen_random_uuid())",
                "delete from orders.journal_loose",
                "update orders.rolled set debit = debit + 1"
            })
    void the_application_cannot_touch_the_chain(String statement) {
        assertThatThrownBy(() -> transactions.executeWrite(status -> sql.change(statement)))
                .hasStackTraceContaining("permission denied");
    }

    private List<Long> broken() {
        return chain.broken(1, Long.MAX_VALUE);
    }

    private long number(String question) {
        return transactions.executeRead(status -> sql.number(question));
    }

    private UUID post(long fen) {
        UUID payment = Ids.next();
        ledger.post(Journal.of(
                JournalKind.PAYMENT_TAKEN,
                "test",
                payment,
                AT,
                Posting.debit(Account.clearing(), fen),
                Posting.credit(Account.escrow(Ids.next()), fen)));
        return payment;
    }
}
