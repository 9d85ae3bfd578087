package terrace.orders.ledger;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import terrace.marketplace.ids.Ids;

/** The ledger's SQL. Journals, entries and new accounts go in by one statement; triggers keep the balances. */
@Singleton
class LedgerTables {

    private static final String POST = """
            with opened as (
                insert into orders.account (code, normal, floor, hot)
                select * from unnest(?::text[], ?::char(1)[], ?::bigint[], ?::boolean[]) a (code, normal, floor, hot)
                order by code
                on conflict (code) do nothing
            ), posted as (
                insert into orders.journal (id, kind, source_type, source_id, seq, occurred_at)
                select * from unnest(?::uuid[], ?::text[], ?::text[], ?::uuid[], ?::int[], ?::timestamptz[])
                on conflict (source_type, source_id, kind, seq) do nothing
                returning id
            ), entered as (
                insert into orders.entry (journal_id, line, account, side, fen)
                select e.journal_id, e.line, e.account, e.side, e.fen
                from posted join unnest(?::uuid[], ?::smallint[], ?::text[], ?::char(1)[], ?::bigint[])
                    e (journal_id, line, account, side, fen) on e.journal_id = posted.id
            )
            select count(*) from posted""";

    private static final String POSTED_BEFORE = """
            select e.account, e.side, e.fen from orders.entry e join orders.journal j on j.id = e.journal_id
            where j.source_type = ? and j.source_id = ? and j.kind = ? and j.seq = ? order by e.line""";

    private static final String LINES = """
            select * from (
                select j.id, j.kind, j.source_type, j.source_id, j.occurred_at, e.line,
                       case e.side when ? then e.fen else -e.fen end as fen,
                       sum(case e.side when ? then e.fen else -e.fen end) over (order by j.id, e.line) as balance
                from orders.entry e join orders.journal j on j.id = e.journal_id where e.account = ?) movement
            order by id desc, line desc limit ?""";

    private static final String TRIAL = """
            with summed as (
                select account, coalesce(sum(fen) filter (where side = 'D'), 0) as debit,
                       coalesce(sum(fen) filter (where side = 'C'), 0) as credit
                from orders.entry group by account)
            select coalesce(sum(s.debit), 0), coalesce(sum(s.credit), 0),
                   count(*) filter (where not a.hot
                       and (b.account is null or b.debit <> s.debit or b.credit <> s.credit))
            from summed s
            join orders.account a on a.code = s.account
            left join orders.balance b on b.account = s.account""";

    private final JdbcOperations jdbc;

    LedgerTables(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    int insert(List<Journal> journals) {
        return jdbc.prepareStatement(POST, statement -> {
            int next = bindAccounts(statement, journals);
            List<UUID> ids = journals.stream().map(j -> Ids.next()).toList();
            next = bindJournals(statement, next, journals, ids);
            bindEntries(statement, next, journals, ids);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        });
    }

    private static int bindAccounts(PreparedStatement statement, List<Journal> journals) throws SQLException {
        Map<String, Account> accounts = new TreeMap<>();
        journals.forEach(j -> j.postings().forEach(p -> accounts.put(p.account().code(), p.account())));
        Collection<Account> all = accounts.values();
        bind(statement, 1, "text", all.stream().map(Account::code).toArray());
        bind(statement, 2, "text", all.stream().map(a -> a.normal().code).toArray());
        bind(statement, 3, "bigint", all.stream().map(Account::floor).toArray());
        bind(statement, 4, "boolean", all.stream().map(Account::hot).toArray());
        return 5;
    }

    private static int bindJournals(PreparedStatement statement, int first, List<Journal> journals, List<UUID> ids)
            throws SQLException {
        bind(statement, first, "uuid", ids.toArray());
        bind(
                statement,
                first + 1,
                "text",
                journals.stream().map(j -> j.kind().name()).toArray());
        bind(
                statement,
                first + 2,
                "text",
                journals.stream().map(Journal::sourceType).toArray());
        bind(
                statement,
                first + 3,
                "uuid",
                journals.stream().map(Journal::sourceId).toArray());
        bind(statement, first + 4, "int", journals.stream().map(Journal::seq).toArray());
        bind(
                statement,
                first + 5,
                "text",
                journals.stream().map(j -> j.occurredAt().toString()).toArray());
        return first + 6;
    }

    private static void bindEntries(PreparedStatement statement, int first, List<Journal> journals, List<UUID> ids)
            throws SQLException {
        List<UUID> journalIds = new ArrayList<>();
        List<Integer> lines = new ArrayList<>();
        List<Posting> postings = new ArrayList<>();
        for (int i = 0; i < journals.size(); i++) {
            int line = 1;
            for (Posting posting : journals.get(i).postings()) {
                journalIds.add(ids.get(i));
                lines.add(line++);
                postings.add(posting);
            }
        }
        bind(statement, first, "uuid", journalIds.toArray());
        bind(statement, first + 1, "int", lines.toArray());
        bind(
                statement,
                first + 2,
                "text",
                postings.stream().map(p -> p.account().code()).toArray());
        bind(
                statement,
                first + 3,
                "text",
                postings.stream().map(p -> p.side().code).toArray());
        bind(statement, first + 4, "bigint", postings.stream().map(Posting::fen).toArray());
    }

    private static void bind(PreparedStatement statement, int index, String type, Object[] values) throws SQLException {
        Connection connection = statement.getConnection();
        statement.setArray(index, connection.createArrayOf(type, values));
    }

    void requireSame(Journal journal) {
        List<String> wanted = journal.postings().stream()
                .map(p -> p.account().code() + " " + p.side().code + " " + p.fen())
                .toList();
        List<String> found = jdbc.prepareStatement(POSTED_BEFORE, statement -> {
            statement.setString(1, journal.sourceType());
            statement.setObject(2, journal.sourceId());
            statement.setString(3, journal.kind().name());
            statement.setInt(4, journal.seq());
            return rows(statement, row -> row.getString(1) + " " + row.getString(2) + " " + row.getLong(3));
        });
        if (!found.equals(wanted)) {
            throw new IllegalStateException(journal.kind() + " of " + journal.sourceId() + " was posted before as "
                    + found + ", now " + wanted);
        }
    }

    /** Rolled up and loose together: never a sum over all there ever was. */
    long hot(Account account) {
        long debit = one("select orders.hot_balance(?)", account.code());
        return account.normal() == Side.DEBIT ? debit : -debit;
    }

    long owedToOthers() {
        return one("""
                select coalesce((select sum(credit - debit) from orders.balance
                    where account ~ '^(escrow:order|merchant:available|dispute:held|buyer|(refund|payout):inflight)'
                    ), 0)
                    - coalesce((select sum(orders.hot_balance(code)) from orders.account
                        where code ~ '^donation:' and hot), 0)""");
    }

    /** The bank's promotion account has what funds do not have any more; points are promised without paying in. */
    long subsidiesToMove() {
        return one("""
                select orders.hot_balance('bank:promo')
                    - coalesce((select sum(credit - debit) from orders.balance where account = 'promo:platform'
                        or account > 'promo:organiser:' and account < 'promo:organiser;'), 0)
                    + orders.hot_balance('expense:points') + orders.hot_balance('promo:points')""");
    }

    long ownToSweep() {
        return one("""
                select -orders.hot_balance('revenue:commission') - coalesce((
                    select sum(case e.side when 'D' then e.fen else -e.fen end)
                    from orders.entry e join orders.journal j on j.id = e.journal_id
                    where e.account = 'bank:own' and j.kind in ('COMMISSION_SWEPT', 'CUSTODY_COVERED')), 0)""");
    }

    long kept(Account account) {
        return one(
                "select coalesce(sum(case normal when 'D' then debit - credit else credit - debit end), 0) "
                        + "from orders.balance where account = ?",
                account.code());
    }

    long lock(Account account) {
        return one("select orders.lock_balance(?)", account.code());
    }

    private long one(String sql, String... arguments) {
        return jdbc.prepareStatement(sql, statement -> {
            for (int i = 0; i < arguments.length; i++) {
                statement.setString(i + 1, arguments[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    /** A range over the codes, which are in byte order: ';' follows ':'. */
    Map<UUID, Long> balances(String prefix) {
        String end = prefix.substring(0, prefix.length() - 1) + ";";
        Map<UUID, Long> found = new LinkedHashMap<>();
        String sql = "select account, case normal when 'D' then debit - credit else credit - debit end "
                + "from orders.balance where account > ? and account < ? and credit <> debit order by account";
        jdbc.prepareStatement(sql, statement -> {
            statement.setString(1, prefix);
            statement.setString(2, end);
            return rows(
                    statement,
                    row -> found.put(UUID.fromString(row.getString(1).substring(prefix.length())), row.getLong(2)));
        });
        return found;
    }

    List<AccountLine> lines(Account account, int limit) {
        return jdbc.prepareStatement(LINES, statement -> {
            statement.setString(1, account.normal().code);
            statement.setString(2, account.normal().code);
            statement.setString(3, account.code());
            statement.setInt(4, limit);
            return rows(
                    statement,
                    row -> new AccountLine(
                            row.getObject("id", UUID.class),
                            JournalKind.valueOf(row.getString("kind")),
                            row.getString("source_type"),
                            row.getObject("source_id", UUID.class),
                            row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                            row.getLong("fen"),
                            row.getLong("balance")));
        });
    }

    TrialBalance trialBalance() {
        return jdbc.prepareStatement(TRIAL, statement -> {
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new TrialBalance(row.getLong(1), row.getLong(2), row.getLong(3));
            }
        });
    }

    private interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    private static <T> List<T> rows(PreparedStatement statement, Row<T> reader) throws SQLException {
        List<T> found = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(reader.read(rows));
            }
        }
        return found;
    }
}
