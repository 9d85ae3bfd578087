package terrace.marketplace.database;

import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.UUID;

/** Collections as PostgreSQL arrays, so that one statement serves many rows. */
public final class SqlArrays {
    private SqlArrays() {}

    public static Array uuids(PreparedStatement statement, Collection<UUID> ids) throws SQLException {
        return statement.getConnection().createArrayOf("uuid", ids.toArray());
    }

    public static Array longs(PreparedStatement statement, Collection<Long> numbers) throws SQLException {
        return statement.getConnection().createArrayOf("bigint", numbers.toArray());
    }

    public static Array texts(PreparedStatement statement, Collection<String> texts) throws SQLException {
        return statement.getConnection().createArrayOf("text", texts.toArray());
    }
}
