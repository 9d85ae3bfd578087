package terrace.marketplace.database;

import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.UUID;

/** Collections as PostgreSQL arrays, so that one statement serves many rows. */
public final class SqlArrays {
    /**
     * The ids of one parameter, as in {@code "l.id = " + AMONG_IDS}: for lookups by key that are asked again and again.
     * A plan made for any number of ids costs more by PostgreSQL's own reckoning than one made for the one id that is
     * asked for, so that it would plan anew each time, which takes longer than looking up. Of what a select brings it
     * knows no number beforehand: it keeps its plan.
     */
    public static final String AMONG_IDS = "any((select ?::uuid[])::uuid[])";

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
