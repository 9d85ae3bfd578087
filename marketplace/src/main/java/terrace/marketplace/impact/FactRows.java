package terrace.marketplace.impact;

import static terrace.marketplace.database.SqlArrays.texts;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of facts; they are added to and never changed. */
@Singleton
class FactRows {
    /** Held until the transaction ends, so that numbers are seen in their order by everybody. */
    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended('impact_fact', 0))";

    private static final String INSERT = """
            insert into marketplace.impact_fact (number, source, line, kind, part, listing_id, lot_id, merchant_id,
                county_code, allocation, basis, households, grams, fen, campaign, pavilions, note, at, day)
            values (nextval('marketplace.impact_fact_number'), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (source, line, kind, part) do nothing""";

    private static final String OF_LINE =
            "select * from marketplace.impact_fact where source = ? and line = ? order by number";
    private static final String OF_SOURCES =
            "select * from marketplace.impact_fact where source = any(?) order by number";
    private static final String BY_NUMBER = "select * from marketplace.impact_fact where number = ?";
    private static final String AFTER =
            "select * from marketplace.impact_fact where number > ? order by number limit ?";
    private static final String LAST = "select coalesce(max(number), 0) from marketplace.impact_fact";
    private static final String OF_DAYS = """
            select * from marketplace.impact_fact
            where day between ? and ? and (?::text is null or pavilions @> array[?::text]) and number > ?
            order by number limit ?""";

    private final JdbcOperations jdbc;

    FactRows(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    void lock() {
        jdbc.prepareStatement(LOCK, PreparedStatement::execute);
    }

    /** Under the lock; false when it is there already. */
    boolean insert(Fact fact) {
        return jdbc.prepareStatement(INSERT, (PreparedStatement row) -> {
            row.setString(1, fact.source());
            row.setInt(2, fact.line());
            row.setString(3, fact.kind().name());
            row.setLong(4, fact.part());
            row.setObject(5, fact.listingId());
            row.setObject(6, fact.lotId());
            row.setObject(7, fact.merchantId());
            row.setString(8, fact.countyCode());
            row.setObject(9, fact.allocation());
            row.setString(10, fact.basis() == null ? null : fact.basis().name());
            row.setInt(11, fact.households());
            row.setLong(12, fact.grams());
            row.setLong(13, fact.fen());
            row.setString(14, fact.campaign());
            row.setArray(15, texts(row, fact.pavilions()));
            row.setString(16, fact.note());
            row.setObject(17, fact.at().atOffset(ZoneOffset.UTC));
            row.setObject(18, fact.day());
            return row.executeUpdate() > 0;
        });
    }

    List<Fact> ofLine(String source, int line) {
        return jdbc.prepareStatement(OF_LINE, (PreparedStatement statement) -> {
            statement.setString(1, source);
            statement.setInt(2, line);
            return facts(statement);
        });
    }

    List<Fact> ofSources(List<String> sources) {
        return jdbc.prepareStatement(OF_SOURCES, (PreparedStatement statement) -> {
            statement.setArray(1, texts(statement, sources));
            return facts(statement);
        });
    }

    Optional<Fact> byNumber(long number) {
        return jdbc.prepareStatement(BY_NUMBER, (PreparedStatement statement) -> {
            statement.setLong(1, number);
            return facts(statement).stream().findFirst();
        });
    }

    /** The highest number there is; 0 before the first. */
    long last() {
        return jdbc.prepareStatement(LAST, (PreparedStatement statement) -> {
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    List<Fact> after(long number, int limit) {
        return jdbc.prepareStatement(AFTER, (PreparedStatement statement) -> {
            statement.setLong(1, number);
            statement.setInt(2, limit);
            return facts(statement);
        });
    }

    /** @param pavilion null for all */
    List<Fact> ofDays(LocalDate from, LocalDate to, @Nullable String pavilion, long after, int limit) {
        return jdbc.prepareStatement(OF_DAYS, (PreparedStatement statement) -> {
            statement.setObject(1, from);
            statement.setObject(2, to);
            statement.setString(3, pavilion);
            statement.setString(4, pavilion);
            statement.setLong(5, after);
            statement.setInt(6, limit);
            return facts(statement);
        });
    }

    private static List<Fact> facts(PreparedStatement statement) throws SQLException {
        List<Fact> facts = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                facts.add(fact(row));
            }
        }
        return facts;
    }

    private static Fact fact(ResultSet row) throws SQLException {
        String basis = row.getString("basis");
        return new Fact(
                row.getLong("number"),
                row.getString("source"),
                row.getInt("line"),
                Fact.Kind.valueOf(row.getString("kind")),
                row.getLong("part"),
                Objects.requireNonNull(row.getObject("listing_id", UUID.class)),
                row.getObject("lot_id", UUID.class),
                Objects.requireNonNull(row.getObject("merchant_id", UUID.class)),
                row.getString("county_code"),
                row.getObject("allocation", Long.class),
                basis == null ? null : Basis.valueOf(basis),
                row.getInt("households"),
                row.getLong("grams"),
                row.getLong("fen"),
                row.getString("campaign"),
                List.of((String[]) row.getArray("pavilions").getArray()),
                row.getString("note"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("day", LocalDate.class));
    }
}
