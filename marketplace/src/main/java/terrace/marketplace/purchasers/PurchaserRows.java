package terrace.marketplace.purchasers;

import io.micronaut.data.connection.annotation.Connectable;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import terrace.marketplace.vault.Vault;

/** Keeps organisations, people and invitations. */
@Singleton
class PurchaserRows {
    private final JdbcOperations jdbc;
    private final Vault vault;

    PurchaserRows(JdbcOperations jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** Changes something; how many rows. */
    int change(String sql, Object... parameters) {
        return jdbc.prepareStatement(sql, (PreparedStatement statement) -> {
            fill(statement, parameters);
            return statement.executeUpdate();
        });
    }

    Optional<String> name(UUID purchaserId, boolean locked) {
        String sql = "select name from marketplace.purchaser where id = ?" + (locked ? " for update" : "");
        return read(sql, row -> row.getString(1), purchaserId).stream().findFirst();
    }

    List<PurchaserPerson> people(String where, Object... parameters) {
        return read(
                "select * from marketplace.purchaser_person where " + where,
                row -> new PurchaserPerson(
                        row.getObject("account_id", UUID.class),
                        row.getObject("purchaser_id", UUID.class),
                        PurchaserRole.valueOf(row.getString("role")),
                        row.getLong("limit_fen"),
                        row.getObject("joined_at", OffsetDateTime.class).toInstant()),
                parameters);
    }

    /** Those that wait. */
    List<PurchaserInvitation> invitations(String where, Object... parameters) {
        return read(
                "select * from marketplace.purchaser_invitation where accepted_by is null"
                        + " and expires_at > marketplace.clock_now() and "
                        + where,
                row -> new PurchaserInvitation(
                        row.getObject("id", UUID.class),
                        row.getObject("purchaser_id", UUID.class),
                        PurchaserRole.valueOf(row.getString("role")),
                        row.getLong("limit_fen"),
                        vault.open(row.getBytes("contact")),
                        row.getObject("expires_at", OffsetDateTime.class).toInstant()),
                parameters);
    }

    /** Reads a row. */
    private interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }

    @Connectable
    <T> List<T> read(String sql, Reading<T> reading, Object... parameters) {
        return jdbc.prepareStatement(sql, (PreparedStatement statement) -> {
            fill(statement, parameters);
            List<T> found = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(reading.read(row));
                }
            }
            return found;
        });
    }

    private static void fill(PreparedStatement statement, Object... parameters) throws SQLException {
        for (int at = 0; at < parameters.length; at++) {
            statement.setObject(at + 1, parameters[at]);
        }
    }
}
