package terrace.orders.books;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import terrace.catalog.stock.Drift;
import terrace.catalog.stock.StockCheck;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.jobs.Job;
import terrace.orders.books.BooksReport.Finding;
import terrace.orders.ledger.HashChain;
import terrace.orders.ledger.Sql;

/** The door to what must be true of the books: seventeen promises, each looked after by a question of its own. */
@Singleton
public class BooksCheck {

    private static final Logger LOG = LoggerFactory.getLogger(BooksCheck.class);

    private final Sql sql;
    private final HashChain chain;
    private final StockCheck stock;
    private final Clock clock;
    private final long recentJournals;

    /** @param recentJournals how many the quick look covers; the chain and the full look see to those before */
    BooksCheck(
            Sql sql,
            HashChain chain,
            StockCheck stock,
            Clock clock,
            @Value("${terrace.books.recent-journals:5000}") long recentJournals) {
        this.sql = sql;
        this.chain = chain;
        this.stock = stock;
        this.clock = clock;
        this.recentJournals = recentJournals;
    }

    /** Looks every five minutes at what was posted lately, and twice a day at everything. */
    @Factory
    static class Jobs {

        @Singleton
        Job checkBooks(BooksCheck books) {
            return new Job("check-books", Duration.ofMinutes(5), () -> books.check(false));
        }

        @Singleton
        Job checkAllBooks(BooksCheck books) {
            return new Job("check-all-books", Duration.ofHours(12), () -> books.check(true));
        }
    }

    /** Looks at what was posted lately, and keeps nothing of it. */
    @Transactional(readOnly = true)
    public BooksReport recent() {
        return look(false);
    }

    /** Looks, and keeps what was found for operators to read. */
    @Transactional
    public BooksReport check(boolean whole) {
        BooksReport report = look(whole);
        UUID id = Ids.next();
        sql.change(
                "insert into orders.books_check (id, checked_at, whole, took_ms) values (?, ?, ?, ?)",
                id,
                report.at(),
                whole,
                report.tookMillis());
        for (Finding finding : report.findings()) {
            LOG.error("The books: {} is off by {}, such as {}", finding.invariant(), finding.off(), finding.sample());
            sql.change(
                    "insert into orders.books_finding (check_id, invariant, off, sample) values (?, ?, ?, ?)",
                    id,
                    finding.invariant(),
                    finding.off(),
                    finding.sample());
        }
        return report;
    }

    private BooksReport look(boolean whole) {
        long started = System.nanoTime();
        Instant at = clock.now();
        long since =
                whole ? 0 : Math.max(0, chain.head().orElse(HashChain.NOTHING).seq() - recentJournals);
        List<Finding> findings = since(since, EnumSet.allOf(Invariant.class));
        int took = (int) Duration.ofNanos(System.nanoTime() - started).toMillis();
        return new BooksReport(at, whole, took, findings);
    }

    /** Asks for one invariant over all of the books. */
    @Transactional(readOnly = true)
    public Optional<Finding> ask(Invariant invariant) {
        return since(0, EnumSet.of(invariant)).stream().findFirst();
    }

    /** Asks for some invariants, in one statement, over what was posted after a link of the chain; 0 for all. */
    @Transactional(readOnly = true)
    public List<Finding> since(long link, Set<Invariant> wanted) {
        String scope = link == 0 ? Questions.SCOPE : Questions.SCOPE_OF_FEW;
        List<Finding> findings = asked(link, wanted, scope, Questions::of);
        if (wanted.contains(Invariant.STOCK_ADDS_UP)) {
            found(stock.drift(link == 0)).ifPresent(findings::add);
        }
        return findings;
    }

    /**
     * As above, and what is asked there of all of the books is asked of accounts, payments and SKUs that were touched:
     * it takes as long as there is to look at, however long the books are.
     *
     * @param skuIds whose stock may have been touched
     */
    @Transactional(readOnly = true)
    public List<Finding> touchedSince(long link, Set<Invariant> wanted, Set<UUID> skuIds) {
        List<Finding> findings = asked(link, wanted, Questions.SCOPE_OF_FEW, Questions::ofTouched);
        if (wanted.contains(Invariant.STOCK_ADDS_UP)) {
            found(stock.drift(skuIds)).ifPresent(findings::add);
        }
        return findings;
    }

    private static Optional<Finding> found(Drift drift) {
        return drift.skus() == 0
                ? Optional.empty()
                : Optional.of(new Finding(Invariant.STOCK_ADDS_UP, drift.skus(), String.valueOf(drift.sample())));
    }

    private List<Finding> asked(long link, Set<Invariant> wanted, String scope, Function<Invariant, String> question) {
        String questions = wanted.stream()
                .filter(invariant -> invariant != Invariant.STOCK_ADDS_UP)
                .map(invariant -> "select '" + invariant + "' as invariant, q.* from (" + question.apply(invariant)
                        + ") q (off, sample)")
                .collect(Collectors.joining(" union all "));
        return questions.isEmpty()
                ? new ArrayList<>()
                : new ArrayList<>(sql.list(
                        "select * from (" + scope + questions + ") asked where off <> 0", BooksCheck::finding, link));
    }

    private static Finding finding(ResultSet row) throws SQLException {
        return new Finding(
                Invariant.valueOf(row.getString("invariant")),
                row.getLong("off"),
                Objects.requireNonNullElse(row.getString("sample"), ""));
    }

    /** What was found last; empty before the first look. */
    @Transactional(readOnly = true)
    public Optional<BooksReport> latest(boolean whole) {
        return sql.first(
                        "select * from orders.books_check where whole = ? order by checked_at desc limit 1",
                        row -> new Kept(Sql.id(row, "id"), Sql.at(row, "checked_at"), row.getInt("took_ms")),
                        whole)
                .map(kept -> new BooksReport(kept.at(), whole, kept.tookMillis(), findings(kept.id())));
    }

    private record Kept(UUID id, Instant at, int tookMillis) {}

    private List<Finding> findings(UUID checkId) {
        return sql.list(
                "select * from orders.books_finding where check_id = ?",
                row -> new Finding(
                        Invariant.valueOf(row.getString("invariant")), row.getLong("off"), row.getString("sample")),
                checkId);
    }
}
