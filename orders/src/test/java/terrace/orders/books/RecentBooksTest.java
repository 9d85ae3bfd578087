package terrace.orders.books;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.ids.Ids;
import terrace.orders.ledger.Account;
import terrace.orders.ledger.HashChain;
import terrace.orders.ledger.Journal;
import terrace.orders.ledger.JournalKind;
import terrace.orders.ledger.Ledger;
import terrace.orders.ledger.Owner;
import terrace.orders.ledger.Posting;

/** A look at what was posted lately takes as long as there is to look at, however long the books are. */
@MicronautTest(transactional = false)
class RecentBooksTest {
    private static final int BEFORE = 4_000;
    private static final int LATELY = 3;
    /** What came before has two entries for each journal; room for what the tests beside this one post meanwhile. */
    private static final long ENTRIES_READ_MAX = BEFORE / 2;

    @Inject
    BooksCheck books;

    @Inject
    Ledger ledger;

    @Inject
    HashChain chain;

    @Inject
    Owner owner;

    @Inject
    Clock clock;

    @Inject
    JdbcOperations jdbc;

    @Inject
    TransactionOperations<Connection> transactions;

    @Test
    void of_long_books_only_what_came_lately_is_read() {
        post(BEFORE);
        chain.catchUp();
        long link = chain.head().orElseThrow().seq();
        post(LATELY);
        chain.catchUp();
        owner.run("""
                analyze orders.journal, orders.journal_link, orders.journal_loose, orders.entry, orders.balance,
                        orders.account""");
        Set<Invariant> all = EnumSet.allOf(Invariant.class);
        assertThat(entriesRead(() -> books.since(link, all))).isBetween(1L, ENTRIES_READ_MAX);
        assertThat(entriesRead(() -> books.touchedSince(link, all, Set.of()))).isBetween(1L, ENTRIES_READ_MAX);
    }

    private void post(int journals) {
        List<Journal> paid = IntStream.range(0, journals)
                .mapToObj(number -> Journal.of(
                        JournalKind.PAYMENT_TAKEN,
                        "payment",
                        Ids.next(),
                        clock.now(),
                        Posting.debit(Account.clearing(), 100),
                        Posting.credit(Account.escrow(Ids.next()), 100)))
                .toList();
        ledger.post(paid);
    }

    private long entriesRead(Runnable look) {
        return transactions.executeRead(status -> {
            long before = entriesRead();
            look.run();
            return entriesRead() - before;
        });
    }

    /** PostgreSQL's own count, of the present transaction. */
    private long entriesRead() {
        return jdbc.prepareStatement("""
                select coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0) from pg_stat_xact_user_tables
                where schemaname = 'orders' and relname = 'entry'
                """, statement -> {
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        });
    }
}
