package terrace.marketplace.curation;

import static terrace.marketplace.database.SqlArrays.longs;
import static terrace.marketplace.database.SqlArrays.texts;
import static terrace.marketplace.database.SqlArrays.uuids;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of arrangements and of who may make them. */
@Singleton
class CurationRows {

    private static final String INSERT = """
            insert into marketplace.arrangement (id, pavilion_code, sections, story, story_en, season, season_en,
                months, county_codes, listing_ids, made_by)
            values (?, ?, ?, ?, ?, ?, ?, ?::bigint[]::int[], ?, ?, ?) on conflict (id) do nothing
            """;
    private static final String READ = """
            select a.*, a.starts_at <= (select marketplace.clock_now()) as begun from marketplace.arrangement a
            """;

    private final JdbcOperations jdbc;

    CurationRows(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    boolean insert(UUID id, String pavilionCode, Arrangement.Content content, UUID by) {
        return jdbc.prepareStatement(INSERT, (PreparedStatement statement) -> {
            statement.setObject(1, id);
            statement.setString(2, pavilionCode);
            statement.setArray(
                    3,
                    texts(
                            statement,
                            content.sections().stream().map(Section::name).toList()));
            statement.setString(4, content.story());
            statement.setString(5, content.storyEn());
            statement.setString(6, content.season());
            statement.setString(7, content.seasonEn());
            statement.setArray(
                    8,
                    longs(
                            statement,
                            content.months().stream().map(Integer::longValue).toList()));
            statement.setArray(9, texts(statement, content.countyCodes()));
            statement.setArray(10, uuids(statement, content.listingIds()));
            statement.setObject(11, by);
            return statement.executeUpdate() == 1;
        });
    }

    /** Puts a draft on its day; null for now. */
    int start(String pavilionCode, UUID id, @Nullable Instant at) {
        String sql = "update marketplace.arrangement set starts_at = greatest(?::timestamptz, marketplace.clock_now()) "
                + "where id = ? and pavilion_code = ? and starts_at is null and withdrawn_at is null";
        return jdbc.prepareStatement(sql, (PreparedStatement statement) -> {
            statement.setObject(1, at == null ? null : OffsetDateTime.ofInstant(at, ZoneOffset.UTC));
            statement.setObject(2, id);
            statement.setString(3, pavilionCode);
            return statement.executeUpdate();
        });
    }

    int withdraw(String pavilionCode, UUID id, UUID by) {
        String sql = "update marketplace.arrangement set withdrawn_at = marketplace.clock_now(), withdrawn_by = ? "
                + "where id = ? and pavilion_code = ? and withdrawn_at is null";
        return jdbc.prepareStatement(sql, (PreparedStatement statement) -> {
            statement.setObject(1, by);
            statement.setObject(2, id);
            statement.setString(3, pavilionCode);
            return statement.executeUpdate();
        });
    }

    Optional<Arrangement> holding(String pavilionCode) {
        String sql = READ + "where a.pavilion_code = ? and a.starts_at <= (select marketplace.clock_now()) "
                + "and a.withdrawn_at is null order by a.starts_at desc, a.id desc limit 1";
        return jdbc
                .prepareStatement(sql, (PreparedStatement statement) -> {
                    statement.setString(1, pavilionCode);
                    return read(statement);
                })
                .stream()
                .findFirst();
    }

    List<Arrangement> newest(String pavilionCode, int limit) {
        return jdbc.prepareStatement(READ + "where a.pavilion_code = ? order by a.id desc limit ?", statement -> {
            statement.setString(1, pavilionCode);
            statement.setInt(2, limit);
            return read(statement);
        });
    }

    Optional<Arrangement> byId(String pavilionCode, UUID id) {
        return jdbc
                .prepareStatement(READ + "where a.pavilion_code = ? and a.id = ?", (PreparedStatement statement) -> {
                    statement.setString(1, pavilionCode);
                    statement.setObject(2, id);
                    return read(statement);
                })
                .stream()
                .findFirst();
    }

    int appoint(String pavilionCode, UUID accountId) {
        String sql = "insert into marketplace.pavilion_curator (pavilion_code, account_id) values (?, ?) "
                + "on conflict do nothing";
        return jdbc.prepareStatement(sql, (PreparedStatement statement) -> {
            statement.setString(1, pavilionCode);
            statement.setObject(2, accountId);
            return statement.executeUpdate();
        });
    }

    int dismiss(String pavilionCode, UUID accountId) {
        String sql = "delete from marketplace.pavilion_curator where pavilion_code = ? and account_id = ?";
        return jdbc.prepareStatement(sql, (PreparedStatement statement) -> {
            statement.setString(1, pavilionCode);
            statement.setObject(2, accountId);
            return statement.executeUpdate();
        });
    }

    Set<UUID> curators(String pavilionCode) {
        String sql = "select account_id from marketplace.pavilion_curator where pavilion_code = ?";
        return jdbc.prepareStatement(sql, statement -> {
            statement.setString(1, pavilionCode);
            Set<UUID> ids = new HashSet<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    ids.add(row.getObject(1, UUID.class));
                }
            }
            return ids;
        });
    }

    Set<String> curatedBy(UUID accountId) {
        String sql = "select pavilion_code from marketplace.pavilion_curator where account_id = ?";
        return jdbc.prepareStatement(sql, statement -> {
            statement.setObject(1, accountId);
            Set<String> codes = new HashSet<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    codes.add(row.getString(1));
                }
            }
            return codes;
        });
    }

    private static List<Arrangement> read(PreparedStatement statement) throws SQLException {
        List<Arrangement> found = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                found.add(new Arrangement(
                        row.getObject("id", UUID.class),
                        row.getString("pavilion_code"),
                        content(row),
                        row.getObject("made_by", UUID.class),
                        Objects.requireNonNull(instant(row, "made_at")),
                        instant(row, "starts_at"),
                        row.getBoolean("begun"),
                        instant(row, "withdrawn_at")));
            }
        }
        return found;
    }

    private static Arrangement.Content content(ResultSet row) throws SQLException {
        return new Arrangement.Content(
                Arrays.stream((String[]) values(row, "sections"))
                        .map(Section::valueOf)
                        .toList(),
                row.getString("story"),
                row.getString("story_en"),
                row.getString("season"),
                row.getString("season_en"),
                List.of((Integer[]) values(row, "months")),
                List.of((String[]) values(row, "county_codes")),
                List.of((UUID[]) values(row, "listing_ids")));
    }

    private static Object values(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array.getArray();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
