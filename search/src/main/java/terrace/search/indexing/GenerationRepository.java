package terrace.search.indexing;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Which indexes stand. At most one is live and at most one is being built; the database sees to that. */
@Singleton
@Transactional
class GenerationRepository {
    private static final String COLUMNS = "number, state, mapping, resume_after, listings";

    private final JdbcOperations jdbc;
    private final String alias;

    GenerationRepository(JdbcOperations jdbc, SearchCluster cluster) {
        this.jdbc = jdbc;
        this.alias = cluster.alias();
    }

    /** The live one and the one being built, as far as there are such: those a change must reach. */
    List<Generation> open() {
        return jdbc.prepareStatement(
                "select " + COLUMNS + " from search.generation where state <> 'RETIRED' order by number", this::read);
    }

    /** Superseded at least so many seconds ago. */
    List<Generation> retired(int seconds) {
        return jdbc.prepareStatement(
                "select " + COLUMNS + " from search.generation where state = 'RETIRED'"
                        + " and changed_at <= clock_timestamp() - ? * interval '1 second'",
                statement -> {
                    statement.setInt(1, seconds);
                    return read(statement);
                });
    }

    int nextNumber() {
        return jdbc.prepareStatement("select nextval('search.generation_number')", statement -> {
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        });
    }

    /** From here on changes reach this generation, so its index must be there. */
    void begin(Generation generation) {
        jdbc.prepareStatement("insert into search.generation (number, mapping) values (?, ?)", statement -> {
            statement.setInt(1, generation.number());
            statement.setString(2, generation.mapping());
            return statement.executeUpdate();
        });
    }

    void reached(int number, UUID after, long listings) {
        jdbc.prepareStatement(
                "update search.generation set resume_after = ?, listings = ?, changed_at = clock_timestamp()"
                        + " where number = ?",
                statement -> {
                    statement.setObject(1, after);
                    statement.setLong(2, listings);
                    statement.setInt(3, number);
                    return statement.executeUpdate();
                });
    }

    void goLive(int number) {
        change("RETIRED", "state = 'LIVE' and number <> ?", number);
        change("LIVE", "number = ?", number);
    }

    void retire(int number) {
        change("RETIRED", "number = ?", number);
    }

    void forget(int number) {
        jdbc.prepareStatement("delete from search.generation where number = ?", statement -> {
            statement.setInt(1, number);
            return statement.executeUpdate();
        });
    }

    private void change(String state, String which, int number) {
        jdbc.prepareStatement(
                "update search.generation set state = ?, changed_at = clock_timestamp() where " + which, statement -> {
                    statement.setString(1, state);
                    statement.setInt(2, number);
                    return statement.executeUpdate();
                });
    }

    private List<Generation> read(PreparedStatement statement) throws SQLException {
        List<Generation> generations = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                generations.add(new Generation(
                        alias,
                        rows.getInt(1),
                        Generation.State.valueOf(rows.getString(2)),
                        rows.getString(3),
                        rows.getObject(4, UUID.class),
                        rows.getLong(5)));
            }
        }
        return generations;
    }
}
