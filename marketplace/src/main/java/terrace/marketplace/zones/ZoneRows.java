package terrace.marketplace.zones;

import static terrace.marketplace.database.SqlArrays.texts;
import static terrace.marketplace.database.SqlArrays.uuids;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of terms; each change is a new row. */
@Singleton
class ZoneRows {

    private static final String INSERT = """
            insert into marketplace.zone_terms (id, pavilion_code, category_ids, provinces, first_provinces,
                first_until, pieces_max, days, jin_fen_max, ends_at, made_by)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing
            """;
    private static final String LAST = """
            select distinct on (pavilion_code) * from marketplace.zone_terms
            order by pavilion_code, position desc
            """;

    private final JdbcOperations jdbc;

    ZoneRows(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    boolean insert(UUID id, ZoneTerms terms, UUID by) {
        return jdbc.prepareStatement(INSERT, (PreparedStatement statement) -> {
            statement.setObject(1, id);
            statement.setString(2, terms.pavilionCode());
            statement.setArray(3, uuids(statement, terms.categoryIds()));
            statement.setArray(4, texts(statement, terms.provinces()));
            statement.setArray(5, texts(statement, terms.firstProvinces()));
            statement.setObject(6, time(terms.firstUntil()));
            statement.setObject(7, terms.piecesMax());
            statement.setInt(8, terms.days());
            statement.setObject(9, terms.jinFenMax());
            statement.setObject(10, time(terms.endsAt()));
            statement.setObject(11, by);
            return statement.executeUpdate() == 1;
        });
    }

    List<ZoneTerms> last() {
        return jdbc.prepareStatement(LAST, statement -> {
            List<ZoneTerms> found = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(new ZoneTerms(
                            row.getString("pavilion_code"),
                            Set.of((UUID[]) row.getArray("category_ids").getArray()),
                            Set.of((String[]) row.getArray("provinces").getArray()),
                            Set.of((String[]) row.getArray("first_provinces").getArray()),
                            instant(row, "first_until"),
                            row.getObject("pieces_max", Integer.class),
                            row.getInt("days"),
                            row.getObject("jin_fen_max", Long.class),
                            Objects.requireNonNull(instant(row, "ends_at"))));
                }
            }
            return found;
        });
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
