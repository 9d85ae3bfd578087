package terrace.search.merchandising;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.database.SqlArrays;
import terrace.search.merchandising.Rule.Kind;
import terrace.search.merchandising.Rule.Trait;

/** Rules as they lie in the database. */
@Singleton
@Transactional
class RuleRows {
    private static final String SELECT = """
            select id, number, kind, asked, words, listing_id, place, trait, value, strength, from_at, until_at, note,
                made_by, made_at, ended_by, ended_at
            from search.rule
            """;

    private final JdbcOperations jdbc;

    RuleRows(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes it; false when it is there already. */
    boolean add(Rule rule) {
        return jdbc.prepareStatement("""
                insert into search.rule (id, kind, asked, words, listing_id, place, trait, value, strength, from_at,
                    until_at, note, made_by)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (id) do nothing
                """, statement -> {
            statement.setObject(1, rule.id());
            statement.setString(2, rule.kind().name());
            statement.setString(3, rule.asked());
            statement.setArray(4, SqlArrays.texts(statement, rule.words()));
            statement.setObject(5, rule.listingId());
            statement.setObject(6, rule.kind() == Kind.PIN ? rule.place() : null, Types.INTEGER);
            boolean boost = rule.kind() == Kind.BOOST;
            statement.setString(7, rule.trait() == null ? null : rule.trait().name());
            statement.setString(8, boost ? rule.value() : null);
            statement.setObject(9, boost ? rule.strength() : null, Types.INTEGER);
            statement.setObject(10, time(rule.from()), Types.TIMESTAMP_WITH_TIMEZONE);
            statement.setObject(11, time(rule.until()), Types.TIMESTAMP_WITH_TIMEZONE);
            statement.setString(12, rule.note());
            statement.setObject(13, rule.madeBy());
            return statement.executeUpdate() == 1;
        });
    }

    /** Copies an ended one whose days are not over; false when it is none, or was copied before. */
    boolean addAgain(UUID id, UUID ended, UUID by) {
        return jdbc.prepareStatement("""
                insert into search.rule (id, kind, asked, words, listing_id, place, trait, value, strength, from_at,
                    until_at, note, made_by, again_of)
                select ?, kind, asked, words, listing_id, place, trait, value, strength,
                    greatest(from_at, marketplace.clock_now()), until_at, note, ?, id
                from search.rule where id = ? and ended_at is not null
                    and (until_at is null or until_at > marketplace.clock_now())
                on conflict (again_of) do nothing
                """, statement -> {
            statement.setObject(1, id);
            statement.setObject(2, by);
            statement.setObject(3, ended);
            return statement.executeUpdate() == 1;
        });
    }

    Optional<Rule> byId(UUID id) {
        return jdbc.prepareStatement(SELECT + "where id = ?", statement -> {
            statement.setObject(1, id);
            return read(statement).stream().findFirst();
        });
    }

    /** Those not ended and not over, also those whose day has not come, oldest first. */
    List<Rule> standing(int limit) {
        return jdbc.prepareStatement(
                SELECT + "where ended_at is null and (until_at is null or until_at > marketplace.clock_now())"
                        + " order by number limit ?",
                statement -> {
                    statement.setInt(1, limit);
                    return read(statement);
                });
    }

    /** @param before their number is smaller, newest first */
    List<Rule> page(long before, int limit) {
        return jdbc.prepareStatement(SELECT + "where number < ? order by number desc limit ?", statement -> {
            statement.setLong(1, before);
            statement.setInt(2, limit);
            return read(statement);
        });
    }

    boolean end(UUID id, UUID by) {
        return jdbc.prepareStatement(
                "update search.rule set ended_by = ?, ended_at = marketplace.clock_now()"
                        + " where id = ? and ended_at is null",
                statement -> {
                    statement.setObject(1, by);
                    statement.setObject(2, id);
                    return statement.executeUpdate() == 1;
                });
    }

    private static List<Rule> read(PreparedStatement statement) throws SQLException {
        List<Rule> rules = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                rules.add(rule(rows));
            }
        }
        return rules;
    }

    private static Rule rule(ResultSet rows) throws SQLException {
        String trait = rows.getString("trait");
        return new Rule(
                rows.getObject("id", UUID.class),
                rows.getLong("number"),
                Kind.valueOf(rows.getString("kind")),
                rows.getString("asked"),
                List.of((String[]) rows.getArray("words").getArray()),
                rows.getObject("listing_id", UUID.class),
                rows.getInt("place"),
                trait == null ? null : Trait.valueOf(trait),
                Objects.requireNonNullElse(rows.getString("value"), ""),
                rows.getInt("strength"),
                Objects.requireNonNull(instant(rows, "from_at")),
                instant(rows, "until_at"),
                rows.getString("note"),
                rows.getObject("made_by", UUID.class),
                Objects.requireNonNull(instant(rows, "made_at")),
                rows.getObject("ended_by", UUID.class),
                instant(rows, "ended_at"));
    }

    private static @Nullable Instant instant(ResultSet rows, String column) throws SQLException {
        OffsetDateTime time = rows.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
