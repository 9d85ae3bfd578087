package terrace.orders.closing;

import io.micronaut.transaction.TransactionOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import terrace.marketplace.audit.Audit;
import terrace.marketplace.clock.Clock;
import terrace.orders.books.BooksCheck;
import terrace.orders.books.BooksReport;
import terrace.orders.closing.DayStand.Taken;
import terrace.orders.ledger.HashChain;
import terrace.orders.ledger.Sql;
import terrace.orders.reconciliation.DifferenceQueue;

/** The door to closing days. A closed day carries the head of the chain of journals out of the books. */
@Singleton
public class DayClosings {

    public static final int NOTE_CHARS_MIN = 5;
    public static final int NOTE_CHARS_MAX = 500;

    private static final String FILE = """
            select f.id, f.closing_fen, f.taken_in_at, f.lines as wanted,
                (select count(*) from orders.bank_line l where l.day = f.day) as lines,
                (select count(*) from orders.bank_line l where l.day = f.day and l.outcome = 'MATCHED') as matched
            from orders.bank_file f where f.day = ? order by f.taken_in_at desc limit 1""";

    /** Of days that are closed nothing is counted again: a file of a large market has 200,000 lines. */
    private static final String LATEST = """
            select d.day::date as day, c.day is not null as closed, f.id, f.closing_fen, f.taken_in_at,
                f.lines as wanted, coalesce(c.lines, n.lines) as lines, coalesce(c.matched, n.matched) as matched
            from generate_series(?::date, ?::date, interval '1 day') d (day)
            left join orders.day_closing c on c.day = d.day::date
            left join lateral (select * from orders.bank_file b where b.day = d.day::date
                order by b.taken_in_at desc limit 1) f on true
            left join lateral (select count(*) as lines, count(*) filter (where l.outcome = 'MATCHED') as matched
                from orders.bank_line l where c.day is null and l.day = d.day::date) n on true
            order by d.day desc""";

    private final Sql sql;
    private final BooksCheck books;
    private final HashChain chain;
    private final DifferenceQueue differences;
    private final Audit audit;
    private final Clock clock;
    private final TransactionOperations<Connection> transactions;

    DayClosings(
            Sql sql,
            BooksCheck books,
            HashChain chain,
            DifferenceQueue differences,
            Audit audit,
            Clock clock,
            TransactionOperations<Connection> transactions) {
        this.sql = sql;
        this.books = books;
        this.chain = chain;
        this.differences = differences;
        this.audit = audit;
        this.clock = clock;
        this.transactions = transactions;
    }

    /** The latest days, today first. */
    @Transactional(readOnly = true)
    public List<DayInBrief> latest(int days) {
        LocalDate today = clock.today();
        return sql.list(LATEST, row -> brief(row, today), today.minusDays(days - 1L), today);
    }

    private DayInBrief brief(ResultSet row, LocalDate today) throws SQLException {
        LocalDate day = row.getObject("day", LocalDate.class);
        return new DayInBrief(
                day,
                day.isBefore(today),
                row.getObject("id") == null ? null : taken(row, day),
                row.getBoolean("closed"));
    }

    /** How a day stands; a day to come is as empty as it will be. */
    @Transactional(readOnly = true)
    public DayStand stand(LocalDate day) {
        return new DayStand(
                day,
                day.isBefore(clock.today()),
                sql.first(FILE, row -> taken(row, day), day).orElse(null),
                differences.openUpTo(day),
                books.latest(false).orElse(null),
                closing(day).orElse(null));
    }

    private Taken taken(ResultSet row, LocalDate day) throws SQLException {
        return new Taken(
                Sql.id(row, "id"),
                row.getInt("lines"),
                row.getInt("matched"),
                row.getLong("closing_fen"),
                clock.dayOf(Sql.at(row, "taken_in_at")).isAfter(day) && row.getInt("lines") >= row.getInt("wanted"));
    }

    private Optional<DayClosing> closing(LocalDate day) {
        return sql.first(
                "select * from orders.day_closing where day = ?",
                row -> new DayClosing(
                        day,
                        row.getInt("lines"),
                        row.getInt("matched"),
                        row.getInt("open_differences"),
                        row.getBoolean("books_sound"),
                        new HashChain.Head(row.getLong("chain_seq"), row.getString("chain_hash")),
                        row.getString("note"),
                        Sql.id(row, "closed_by"),
                        Sql.at(row, "closed_at")),
                day);
    }

    /**
     * Looks through the books now and closes a day that has ended, once. Must not run inside a transaction.
     *
     * @param note why it is closed although something is open; may be empty where nothing is
     */
    public Closing close(LocalDate day, UUID by, String note) {
        chain.catchUp();
        BooksReport report = books.check(false);
        return transactions.executeWrite(status -> close(stand(day), report, by, note.strip()));
    }

    private Closing close(DayStand stand, BooksReport report, UUID by, String note) {
        if (stand.closing() != null) {
            return new Closing.ClosedBefore(stand.closing());
        }
        if (!stand.over()) {
            return new Closing.NotOver();
        }
        Taken file = stand.file();
        if (file == null || !file.complete()) {
            return new Closing.NoFile();
        }
        boolean clean = report.sound() && stand.openDifferences() == 0;
        if (!clean && note.length() < NOTE_CHARS_MIN) {
            return new Closing.NoteWanted(stand);
        }
        HashChain.Head head = chain.head().orElse(HashChain.NOTHING);
        int written = sql.change(
                """
                insert into orders.day_closing (day, file_id, lines, matched, open_differences, books_sound, chain_seq,
                    chain_hash, note, closed_by, closed_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""",
                stand.day(),
                file.fileId(),
                file.lines(),
                file.matched(),
                stand.openDifferences(),
                report.sound(),
                head.seq(),
                head.hash(),
                note,
                by,
                clock.now());
        DayClosing closing = closing(stand.day()).orElseThrow();
        if (written == 0) {
            return new Closing.ClosedBefore(closing);
        }
        audit.record(
                by.toString(), "day.closed", "day:" + stand.day(), Map.of("chain", head.seq() + " " + head.hash()));
        return new Closing.Closed(closing);
    }
}
