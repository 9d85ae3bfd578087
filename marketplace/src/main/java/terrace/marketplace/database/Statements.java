package terrace.marketplace.database;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Runs statements for classes that keep rows, each with its parameters put in and its rows read one by one. */
public final class Statements {
    private final JdbcOperations jdbc;

    public Statements(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** Puts the parameters into a statement. */
    public interface Filling {
        void fill(PreparedStatement statement) throws SQLException;
    }

    /** Takes what it wants from a row. */
    public interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }

    public void run(String sql, Filling filling) {
        jdbc.prepareStatement(sql, statement -> {
            filling.fill(statement);
            return statement.execute();
        });
    }

    /** How many rows it changed. */
    public int update(String sql, Filling filling) {
        return jdbc.prepareStatement(sql, statement -> {
            filling.fill(statement);
            return statement.executeUpdate();
        });
    }

    public <T> List<T> query(String sql, Filling filling, Reading<T> reading) {
        return jdbc.prepareStatement(sql, statement -> {
            filling.fill(statement);
            List<T> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(reading.read(rows));
                }
            }
            return found;
        });
    }
}
