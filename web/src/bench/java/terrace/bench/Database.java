package terrace.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The market's PostgreSQL, looked into only to learn what there is to ask for, and to find out what it can do bare. */
final class Database {
    private static final int PORT_LINE = 3;

    private final String url;
    private final long pid;

    /** @param data the market's data folder */
    Database(Path data) throws IOException {
        List<String> lines = Files.readAllLines(data.resolve("postgresql/postmaster.pid"));
        pid = Long.parseLong(lines.getFirst().strip());
        url = "jdbc:postgresql://localhost:" + lines.get(PORT_LINE).strip() + "/terrace?user=postgres";
    }

    /** Of the server's first process. */
    long pid() {
        return pid;
    }

    String version() {
        return strings("show server_version").getFirst();
    }

    List<String> listings() {
        return strings("select id::text from catalog.listing where on_shelf order by id");
    }

    /** Categories with goods, of all levels. */
    List<String> categories() {
        return strings("""
                select slug from catalog.category c where exists (select 1 from catalog.listing l
                where l.on_shelf and c.id in (l.category1_id, l.category2_id, l.category3_id)) order by slug""");
    }

    /**
     * What subscribers and the index still have to hear of, titles without a vector, and purchases of an earlier bench
     * that are to lapse; all behind until none is.
     */
    long waiting() {
        return Long.parseLong(strings("""
                select ((select count(*) from marketplace.event_delivery where parked_at is null)
                    + (select count(*) from search.waiting_listing where indexed_at is null)
                    + (select count(*) from search.waiting_vector)
                    + (select count(*) from orders.purchase
                        where state = 'AWAITING_PAYMENT' and pay_by <= now()))::text""").getFirst());
    }

    /** What no shop can beat here: one small row inserted and committed at a time, over as many connections. */
    Figures insertAndCommit(int connections, int seconds) throws SQLException {
        System.out.println("  bare insert and commit");
        try (Connection owner = DriverManager.getConnection(url);
                Statement statement = owner.createStatement()) {
            statement.execute("drop schema if exists bench cascade; create schema bench;"
                    + " create table bench.bare (number bigint generated always as identity primary key, word text)");
            try {
                return insertFor(connections, seconds);
            } finally {
                statement.execute("drop schema bench cascade");
            }
        }
    }

    private Figures insertFor(int connections, int seconds) {
        long from = System.nanoTime() + 1_000_000_000L;
        long until = from + seconds * 1_000_000_000L;
        List<Future<Load.Tally>> loops = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int number = 0; number < connections; number++) {
                loops.add(threads.submit(() -> insertUntil(from, until)));
            }
        }
        Load.Tally all = new Load.Tally();
        loops.forEach(loop -> all.add(Load.result(loop)));
        return all.figures("beside: one row inserted, committed", seconds, "");
    }

    private Load.Tally insertUntil(long from, long until) throws SQLException {
        Load.Tally tally = new Load.Tally();
        try (Connection connection = DriverManager.getConnection(url);
                PreparedStatement insert = connection.prepareStatement("insert into bench.bare (word) values (?)")) {
            for (long begun = System.nanoTime(); begun < until; begun = System.nanoTime()) {
                insert.setString(1, "one row, about as long as a short sentence is");
                insert.executeUpdate();
                long done = System.nanoTime();
                if (begun >= from && done < until) {
                    tally.add(true, done - begun, 0);
                }
            }
        }
        return tally;
    }

    /**
     * Fills the operators' queue with copies of the applications the demo market has, each with an account of its own:
     * ten thousand people who register and photograph their papers would take this machine an hour.
     */
    void fillQueue(int applications) {
        execute("""
                with wanted as (
                    select greatest(0, %d - count(*)) as missing from marketplace.application
                    where state = 'ENDORSED' and waiting_since is not null),
                pattern as (
                    select a.*, c.name, c.password_hash from marketplace.application a
                    join marketplace.account c on c.id = a.account_id
                    where a.state = 'ENDORSED' order by a.started_at limit 1),
                person as (
                    insert into marketplace.account (id, sign_in_name, sign_in_index, name, roles, password_hash)
                    select gen_random_uuid(), name, decode(md5(random()::text || n), 'hex'), name, '{MEMBER}',
                        password_hash
                    from pattern, wanted, generate_series(1, wanted.missing) n
                    returning id)
                insert into marketplace.application (id, account_id, state, kind, county_code, typed, english, round,
                    waiting_since, due_at, endorsed_by)
                select gen_random_uuid(), person.id, 'ENDORSED', kind, county_code, typed, english, round,
                    waiting_since + random() * interval '10 days', due_at, endorsed_by
                from person, pattern""".formatted(applications));
    }

    /** How many goods a merchant's person has. */
    int goodsOf(String merchantCode) {
        return Integer.parseInt(strings("""
                select count(*)::text from catalog.listing l join marketplace.merchant m on m.id = l.merchant_id
                where m.code = '%s'""".formatted(merchantCode)).getFirst());
    }

    /** On sale, of one merchant. */
    List<String> onSale(String merchantCode, int limit) {
        return strings("""
                select l.id::text from catalog.listing l join marketplace.merchant m on m.id = l.merchant_id
                where m.code = '%s' and l.status = 'PUBLISHED' and l.on_shelf
                    and not exists (select from catalog.review r where r.listing_id = l.id and r.state = 'PENDING')
                order by l.id limit %d""".formatted(merchantCode, limit));
    }

    String stateOfSheet(String id) {
        return strings("select state from catalog.sheet_import where id = '%s'".formatted(id))
                .getFirst();
    }

    static String rushToken(int number) {
        return "rush-token-of-nobody-but-the-bench-%06d".formatted(number);
    }

    /** People with a session each; who is there already comes again. */
    void makePeople(int people) {
        execute("""
                insert into marketplace.account
                    (id, sign_in_name, sign_in_index, name, roles, password_hash)
                select md5('rush' || n)::uuid, a.sign_in_name, sha256(convert_to('rush' || n, 'UTF8')), a.name,
                    array ['MEMBER'], a.password_hash
                from generate_series(0, %1$d - 1) n,
                    (select * from marketplace.account where roles = array ['MEMBER'] order by id limit 1) a
                on conflict do nothing;
                insert into marketplace.session
                    (id, token_hash, account_id, credentials_version, second_factor_passed, user_agent, expires_at)
                select md5('rush' || n)::uuid,
                    sha256(convert_to('rush-token-of-nobody-but-the-bench-' || lpad(n::text, 6, '0'), 'UTF8')),
                    md5('rush' || n)::uuid, 1, false, 'bench', now() + interval '2 days'
                from generate_series(0, %1$d - 1) n
                on conflict (id) do update set expires_at = excluded.expires_at
                """.formatted(people));
    }

    /** A batch of so many coupons of one fen. */
    void makeRush(String batch, int people, int coupons) {
        makePeople(people);
        execute("""
                insert into marketplace.coupon_batch (id, kind, title, title_en, face_fen, threshold_fen,
                    cover_percent, budget_fen, per_person, platform_share, organiser_share, merchant_share,
                    opens_at, ends_at, made_by)
                values ('%1$s', 'ANY', 'rush', 'rush', 1, 0, 50, %2$d, 1, 10000, 0, 0,
                    now() - interval '1 minute', now() + interval '1 hour', '%1$s')
                """.formatted(batch, coupons));
    }

    /** How many coupons of a batch there are, and how many people hold them. */
    String rushOutcome(String batch) {
        String sql = "select count(*) || ' ' || count(distinct member_id) from marketplace.coupon where batch_id = ";
        return strings(sql + "'" + batch + "'").getFirst();
    }

    void execute(String sql) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    List<String> strings(String sql) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
