package terrace.orders.ledger;

import io.micronaut.context.annotation.Factory;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import terrace.marketplace.jobs.Job;

/**
 * The chain of hashes over all journals: each link covers a journal, its entries and the link before it, so that
 * whoever changes a row later, be it the owner of the tables, breaks the chain there. The same step rolls up hot
 * balances.
 */
@Singleton
public class HashChain {

    /** Before the first link. */
    public static final Head NOTHING = new Head(0, "0".repeat(64));

    private static final int BATCH = 2_000;

    private final Sql sql;

    HashChain(Sql sql) {
        this.sql = sql;
    }

    /** The newest link: whoever keeps it elsewhere can prove later that nothing before it was changed. */
    public record Head(long seq, String hash) {}

    /** Links what was committed since, in the background: a second's delay costs nobody a wait. */
    @Factory
    static class Jobs {

        @Singleton
        Job linkJournals(HashChain chain) {
            return new Job("link-journals", Duration.ofSeconds(3), chain::catchUp);
        }
    }

    /** Links all journals that are committed now, piece by piece. Must not run inside a transaction. */
    public void catchUp() {
        while (link(BATCH) == BATCH) {
            // the next piece
        }
    }

    @Transactional
    int link(int atMost) {
        return (int) sql.number("select orders.link_journals(?)", atMost);
    }

    /** Empty while nothing was linked. */
    @Transactional(readOnly = true)
    public Optional<Head> head() {
        return sql.first(
                "select seq, encode(hash, 'hex') from orders.journal_link order by seq desc limit 1",
                row -> new Head(row.getLong(1), row.getString(2)));
    }

    /** Whether the link still has this hash. */
    @Transactional(readOnly = true)
    public boolean holds(Head earlier) {
        return sql.number(
                        "select count(*) from orders.journal_link where seq = ? and hash = decode(?, 'hex')",
                        earlier.seq(),
                        earlier.hash())
                == 1;
    }

    /** The links, by number, that do not fit the books as they stand now; empty when nothing was changed. */
    @Transactional(readOnly = true)
    public List<Long> broken(long fromSeq, long toSeq) {
        return sql.list("select * from orders.broken_links(?, ?)", row -> row.getLong(1), fromSeq, toSeq);
    }
}
