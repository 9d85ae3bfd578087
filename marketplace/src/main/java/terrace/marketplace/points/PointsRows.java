package terrace.marketplace.points;

import static terrace.marketplace.database.SqlArrays.uuids;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import terrace.marketplace.points.PointsFact.Kind;

/** The rows of points; a trigger keeps the balances. */
@Singleton
class PointsRows {

    private static final String ADD = """
            insert into marketplace.points_fact (source, kind, member_id, points) values (?, ?, ?, ?)
            on conflict (source, kind) do nothing
            """;
    /** What was frozen and neither thawed nor used. */
    private static final String RESOLVE = """
            insert into marketplace.points_fact (source, kind, member_id, points)
            select f.source, ?, f.member_id, f.points from marketplace.points_fact f
            where f.source = any(?) and f.kind = 'FROZEN' and not exists (
                select from marketplace.points_fact d where d.source = f.source and d.kind in ('THAWED', 'USED'))
            order by f.member_id
            on conflict do nothing
            """;

    private final JdbcOperations jdbc;

    PointsRows(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    boolean add(UUID source, Kind kind, UUID memberId, long points) {
        return jdbc.prepareStatement(ADD, (PreparedStatement statement) -> {
            statement.setObject(1, source);
            statement.setString(2, kind.name());
            statement.setObject(3, memberId);
            statement.setLong(4, points);
            return statement.executeUpdate() == 1;
        });
    }

    void resolve(Kind kind, Collection<UUID> sources) {
        jdbc.prepareStatement(RESOLVE, (PreparedStatement statement) -> {
            statement.setString(1, kind.name());
            statement.setArray(2, uuids(statement, sources));
            return statement.executeUpdate();
        });
    }

    long lock(UUID memberId) {
        return number("select marketplace.lock_points(?)", memberId);
    }

    long balance(UUID memberId) {
        return number(
                "select coalesce((select points from marketplace.points_balance where member_id = ?), 0)", memberId);
    }

    List<PointsFact> facts(UUID memberId, int limit) {
        String sql = "select * from marketplace.points_fact where member_id = ? order by at desc, source limit ?";
        return jdbc.prepareStatement(sql, (PreparedStatement statement) -> {
            statement.setObject(1, memberId);
            statement.setInt(2, limit);
            List<PointsFact> facts = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    facts.add(new PointsFact(
                            row.getObject("source", UUID.class),
                            Kind.valueOf(row.getString("kind")),
                            row.getLong("points"),
                            row.getObject("at", OffsetDateTime.class).toInstant()));
                }
            }
            return facts;
        });
    }

    private long number(String sql, UUID memberId) {
        return jdbc.prepareStatement(sql, (PreparedStatement statement) -> {
            statement.setObject(1, memberId);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        });
    }
}
