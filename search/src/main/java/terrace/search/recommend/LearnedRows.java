package terrace.search.recommend;

import static terrace.marketplace.database.SqlArrays.uuids;

import io.micronaut.data.connection.annotation.Connectable;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** What was learned, as requests read it: each a range of one index. */
@Singleton
@Connectable
class LearnedRows {
    private final JdbcOperations jdbc;

    LearnedRows(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** In one basket, or looked at, wanted or bought by the same people. */
    enum Basis {
        TOGETHER,
        ALIKE
    }

    /** How the goods on the right go with the goods on the left, the best of the two bases. */
    Map<UUID, Map<UUID, Double>> neighbours(Collection<UUID> listingIds, Collection<Basis> bases) {
        return jdbc.prepareStatement("""
                select listing_id, other_id, max(score) as score from search.neighbour
                where basis = any(?) and listing_id = any(?) group by listing_id, other_id
                """, statement -> {
            statement.setArray(
                    1,
                    statement
                            .getConnection()
                            .createArrayOf(
                                    "text", bases.stream().map(Basis::name).toArray()));
            statement.setArray(2, uuids(statement, listingIds));
            try (ResultSet rows = statement.executeQuery()) {
                Map<UUID, Map<UUID, Double>> found = new HashMap<>();
                while (rows.next()) {
                    found.computeIfAbsent(rows.getObject(1, UUID.class), id -> new HashMap<>())
                            .put(rows.getObject(2, UUID.class), rows.getDouble(3));
                }
                return found;
            }
        });
    }

    /** Best first. */
    Map<UUID, Double> popular(String provinceCode, int limit) {
        return jdbc.prepareStatement("""
                select listing_id, score from search.popular where province_code = ?
                order by score desc, listing_id limit ?
                """, statement -> {
            statement.setString(1, provinceCode);
            statement.setInt(2, limit);
            try (ResultSet rows = statement.executeQuery()) {
                Map<UUID, Double> found = new LinkedHashMap<>();
                while (rows.next()) {
                    found.put(rows.getObject(1, UUID.class), rows.getDouble(2));
                }
                return found;
            }
        });
    }

    Map<UUID, Habit> habits(Collection<UUID> listingIds) {
        return jdbc.prepareStatement("""
                select listing_id, buyers, returning_buyers, interval_days from search.habit
                where listing_id = any(?)
                """, statement -> {
            statement.setArray(1, uuids(statement, listingIds));
            try (ResultSet rows = statement.executeQuery()) {
                Map<UUID, Habit> found = new HashMap<>();
                while (rows.next()) {
                    found.put(
                            rows.getObject(1, UUID.class),
                            new Habit(rows.getLong(2), rows.getLong(3), rows.getDouble(4)));
                }
                return found;
            }
        });
    }

    /** How often goods are bought again. */
    record Habit(long buyers, long returning, double intervalDays) {
        static final Habit UNKNOWN = new Habit(0, 0, 0);
    }
}
