package terrace.marketplace.gifts;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/** The rows of days people came on, and of codes. */
@Singleton
class GiftRows {

    private static final String CAME = """
            insert into marketplace.daily_sign_in (member_id, day, streak)
            values (?, ?, coalesce((select streak from marketplace.daily_sign_in
                where member_id = ? and day = ?), 0) + 1)
            on conflict do nothing returning streak
            """;

    private final JdbcOperations jdbc;

    GiftRows(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** What a code is for; null {@code usedBy} while nobody has used it. */
    record Code(UUID batchId, boolean single, Optional<UUID> usedBy) {}

    /** The days in a row; empty when this day was noted before. */
    OptionalInt came(UUID memberId, LocalDate day) {
        return jdbc.prepareStatement(CAME, (PreparedStatement statement) -> {
            statement.setObject(1, memberId);
            statement.setObject(2, day);
            statement.setObject(3, memberId);
            statement.setObject(4, day.minusDays(1));
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? OptionalInt.of(row.getInt(1)) : OptionalInt.empty();
            }
        });
    }

    /** The days in a row as of that day; empty when they did not come on it. */
    OptionalInt streak(UUID memberId, LocalDate day) {
        String sql = "select streak from marketplace.daily_sign_in where member_id = ? and day = ?";
        return jdbc.prepareStatement(sql, (PreparedStatement statement) -> {
            statement.setObject(1, memberId);
            statement.setObject(2, day);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? OptionalInt.of(row.getInt(1)) : OptionalInt.empty();
            }
        });
    }

    boolean newcomer(UUID memberId, int days) {
        String sql = "select from marketplace.account where id = ? "
                + "and created_at > marketplace.clock_now() - ? * interval '1 day'";
        return jdbc.prepareStatement(sql, (PreparedStatement statement) -> {
            statement.setObject(1, memberId);
            statement.setInt(2, days);
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        });
    }

    /** One for everybody; false when it is given away already. */
    boolean addShared(byte[] hash, UUID batchId) {
        String sql = "insert into marketplace.coupon_code (hash, batch_id, single) values (?, ?, false) "
                + "on conflict do nothing";
        return jdbc.prepareStatement(sql, (PreparedStatement statement) -> {
            statement.setBytes(1, hash);
            statement.setObject(2, batchId);
            return statement.executeUpdate() == 1;
        });
    }

    /** Codes for one each; answers how many nobody had made before. */
    int addSingles(List<byte[]> hashes, UUID batchId) {
        String sql = "insert into marketplace.coupon_code (hash, batch_id, single) "
                + "select hash, ?, true from unnest(?::bytea[]) h (hash) on conflict do nothing";
        return jdbc.prepareStatement(sql, (PreparedStatement statement) -> {
            statement.setObject(1, batchId);
            statement.setArray(2, statement.getConnection().createArrayOf("bytea", hashes.toArray(byte[][]::new)));
            return statement.executeUpdate();
        });
    }

    /** Who comes with the same code waits for it. */
    Optional<Code> lock(byte[] hash) {
        String sql = "select batch_id, single, used_by from marketplace.coupon_code where hash = ? for update";
        return jdbc.prepareStatement(sql, (PreparedStatement statement) -> {
            statement.setBytes(1, hash);
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(new Code(
                                row.getObject("batch_id", UUID.class),
                                row.getBoolean("single"),
                                Optional.ofNullable(row.getObject("used_by", UUID.class))))
                        : Optional.empty();
            }
        });
    }

    int use(byte[] hash, UUID memberId) {
        String sql = "update marketplace.coupon_code set used_by = ?, used_at = marketplace.clock_now() "
                + "where hash = ? and single and used_by is null";
        return jdbc.prepareStatement(sql, (PreparedStatement statement) -> {
            statement.setObject(1, memberId);
            statement.setBytes(2, hash);
            return statement.executeUpdate();
        });
    }
}
