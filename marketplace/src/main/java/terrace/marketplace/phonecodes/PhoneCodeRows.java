package terrace.marketplace.phonecodes;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.sql.PreparedStatement;
import java.sql.ResultSet;

/** The rows of codes; each look is a try. */
@Singleton
class PhoneCodeRows {

    private static final String KEEP = """
            insert into marketplace.phone_code (phone_index, code_hash, expires_at)
            values (?, ?, marketplace.clock_now() + make_interval(mins => ?))
            on conflict (phone_index) do update
                set code_hash = excluded.code_hash, tries = 0, expires_at = excluded.expires_at
            """;
    /** Counted before it is looked at, and committed whatever is found. */
    private static final String TRY = """
            update marketplace.phone_code set tries = tries + 1
            where phone_index = ? and tries < ? and expires_at > marketplace.clock_now()
            returning code_hash
            """;

    private final JdbcOperations jdbc;

    PhoneCodeRows(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    void keep(byte[] phone, byte[] code, int minutes) {
        jdbc.prepareStatement(KEEP, (PreparedStatement statement) -> {
            statement.setBytes(1, phone);
            statement.setBytes(2, code);
            statement.setInt(3, minutes);
            return statement.executeUpdate();
        });
    }

    @Transactional
    boolean right(byte[] phone, byte[] code, int triesMax) {
        return jdbc.prepareStatement(TRY, (PreparedStatement statement) -> {
            statement.setBytes(1, phone);
            statement.setInt(2, triesMax);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && MessageDigest.isEqual(row.getBytes(1), code);
            }
        });
    }

    /** True for one of those who hold the right code. */
    @Transactional
    boolean spend(byte[] phone, byte[] code) {
        String sql = "delete from marketplace.phone_code where phone_index = ? and code_hash = ?";
        return jdbc.prepareStatement(sql, (PreparedStatement statement) -> {
            statement.setBytes(1, phone);
            statement.setBytes(2, code);
            return statement.executeUpdate() == 1;
        });
    }

    @Transactional
    int clear() {
        return jdbc.prepareStatement(
                "delete from marketplace.phone_code where expires_at < marketplace.clock_now()",
                PreparedStatement::executeUpdate);
    }
}
