package terrace.marketplace.entitlements;

import static terrace.marketplace.database.SqlArrays.longs;
import static terrace.marketplace.database.SqlArrays.texts;
import static terrace.marketplace.database.SqlArrays.uuids;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The rows of sheets and of those they name. */
@Singleton
class EntitlementRows {

    private static final String RUNS = """
            select r.*, n.given, n.bad from marketplace.entitlement_run r cross join lateral (
                select count(*) filter (where problem is null) as given,
                    count(*) filter (where problem is not null) as bad
                from marketplace.entitlement where run_id = r.id) n
            """;
    private static final String GIVE = """
            with given as (
                insert into marketplace.coupon (id, batch_id, member_id, ordinal)
                select g.coupon, ?, g.member, 1 from unnest(?::uuid[], ?::uuid[]) g (coupon, member)
                returning id)
            insert into marketplace.entitlement (run_id, number, member_id, department, coupon_id)
            select ?, g.number, g.member, g.department, g.coupon
            from unnest(?::bigint[], ?::uuid[], ?::text[], ?::uuid[]) g (number, member, department, coupon)
            """;
    private static final String USE = """
            select e.department, count(*) as people, count(*) filter (where c.state = 'USED') as used,
                coalesce(sum(c.off_fen) filter (where c.state = 'USED'), 0)::bigint as fen
            from marketplace.entitlement e join marketplace.coupon c on c.id = e.coupon_id
            where e.run_id = ? group by e.department
            """;

    private final JdbcOperations jdbc;

    EntitlementRows(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** A sheet that is worked off, under its lock. */
    record Open(UUID id, UUID batchId, int done, UUID madeBy) {}

    /** A row whose person is known. */
    record Good(int number, UUID memberId, String department, UUID couponId) {}

    boolean insert(Run run, byte[] sheet, UUID by) {
        String sql = "insert into marketplace.entitlement_run (id, partner_id, batch_id, title, sheet, rows, made_by) "
                + "values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing";
        return jdbc.prepareStatement(sql, (PreparedStatement statement) -> {
            statement.setObject(1, run.id());
            statement.setObject(2, run.partnerId());
            statement.setObject(3, run.batchId());
            statement.setString(4, run.title());
            statement.setBytes(5, sheet);
            statement.setInt(6, run.rows());
            statement.setObject(7, by);
            return statement.executeUpdate() == 1;
        });
    }

    /** One that nobody else works at; any of them, so that one that cannot be worked off holds up no other for good. */
    Optional<Open> next() {
        String sql = "select id, batch_id, done, made_by from marketplace.entitlement_run "
                + "where ended_at is null order by random() limit 1 for update skip locked";
        return jdbc.prepareStatement(sql, statement -> {
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(new Open(
                                row.getObject("id", UUID.class),
                                row.getObject("batch_id", UUID.class),
                                row.getInt("done"),
                                row.getObject("made_by", UUID.class)))
                        : Optional.empty();
            }
        });
    }

    Set<UUID> among(UUID runId, Set<UUID> memberIds) {
        String sql = "select member_id from marketplace.entitlement where run_id = ? and member_id = any(?)";
        return jdbc.prepareStatement(sql, (PreparedStatement statement) -> {
            statement.setObject(1, runId);
            statement.setArray(2, uuids(statement, memberIds));
            Set<UUID> found = new HashSet<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(row.getObject(1, UUID.class));
                }
            }
            return found;
        });
    }

    int give(Open run, List<Good> rows) {
        List<UUID> coupons = rows.stream().map(Good::couponId).toList();
        List<UUID> members = rows.stream().map(Good::memberId).toList();
        return jdbc.prepareStatement(GIVE, (PreparedStatement statement) -> {
            statement.setObject(1, run.batchId());
            statement.setArray(2, uuids(statement, coupons));
            statement.setArray(3, uuids(statement, members));
            statement.setObject(4, run.id());
            statement.setArray(
                    5,
                    longs(
                            statement,
                            rows.stream().map(row -> (long) row.number()).toList()));
            statement.setArray(6, uuids(statement, members));
            statement.setArray(
                    7, texts(statement, rows.stream().map(Good::department).toList()));
            statement.setArray(8, uuids(statement, coupons));
            return statement.executeUpdate();
        });
    }

    int refuse(UUID runId, List<BadRow> rows) {
        String sql = "insert into marketplace.entitlement (run_id, number, department, problem) "
                + "select ?, b.number, b.department, b.problem "
                + "from unnest(?::bigint[], ?::text[], ?::text[]) b (number, department, problem)";
        return jdbc.prepareStatement(sql, (PreparedStatement statement) -> {
            statement.setObject(1, runId);
            statement.setArray(
                    2,
                    longs(
                            statement,
                            rows.stream().map(bad -> (long) bad.row().number()).toList()));
            statement.setArray(
                    3,
                    texts(
                            statement,
                            rows.stream().map(bad -> bad.row().department()).toList()));
            statement.setArray(
                    4,
                    texts(
                            statement,
                            rows.stream().map(bad -> bad.problem().name()).toList()));
            return statement.executeUpdate();
        });
    }

    int advance(UUID runId, int done, boolean ended) {
        String sql = "update marketplace.entitlement_run set done = ?, "
                + "ended_at = case when ? then marketplace.clock_now() end where id = ? and ended_at is null";
        return jdbc.prepareStatement(sql, (PreparedStatement statement) -> {
            statement.setInt(1, done);
            statement.setBoolean(2, ended);
            statement.setObject(3, runId);
            return statement.executeUpdate();
        });
    }

    List<Run> ofPartner(UUID partnerId, int limit) {
        return jdbc.prepareStatement(RUNS + "where r.partner_id = ? order by r.id desc limit ?", statement -> {
            statement.setObject(1, partnerId);
            statement.setInt(2, limit);
            return runs(statement);
        });
    }

    Optional<Run> byId(UUID partnerId, UUID id) {
        return jdbc
                .prepareStatement(RUNS + "where r.partner_id = ? and r.id = ?", (PreparedStatement statement) -> {
                    statement.setObject(1, partnerId);
                    statement.setObject(2, id);
                    return runs(statement);
                })
                .stream()
                .findFirst();
    }

    byte[] sheet(UUID id) {
        return jdbc.prepareStatement("select sheet from marketplace.entitlement_run where id = ?", statement -> {
            statement.setObject(1, id);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getBytes(1);
            }
        });
    }

    /** What was wrong, by the number of the row. */
    Map<Integer, BadRow.Problem> problems(UUID id) {
        String sql = "select number, problem from marketplace.entitlement "
                + "where run_id = ? and problem is not null order by number";
        return jdbc.prepareStatement(sql, statement -> {
            statement.setObject(1, id);
            Map<Integer, BadRow.Problem> found = new LinkedHashMap<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.put(row.getInt(1), BadRow.Problem.valueOf(row.getString(2)));
                }
            }
            return found;
        });
    }

    List<DepartmentUse> use(UUID id) {
        return jdbc.prepareStatement(USE, statement -> {
            statement.setObject(1, id);
            List<DepartmentUse> found = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(new DepartmentUse(
                            row.getString("department"),
                            row.getLong("people"),
                            row.getLong("used"),
                            row.getLong("fen")));
                }
            }
            return found;
        });
    }

    private static List<Run> runs(PreparedStatement statement) throws SQLException {
        List<Run> found = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
                found.add(new Run(
                        row.getObject("id", UUID.class),
                        row.getObject("partner_id", UUID.class),
                        row.getObject("batch_id", UUID.class),
                        row.getString("title"),
                        row.getInt("rows"),
                        row.getInt("done"),
                        row.getLong("given"),
                        row.getLong("bad"),
                        Objects.requireNonNull(row.getObject("made_at", OffsetDateTime.class))
                                .toInstant(),
                        ended == null ? null : ended.toInstant()));
            }
        }
        return found;
    }
}
