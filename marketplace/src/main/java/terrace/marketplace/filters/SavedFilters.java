package terrace.marketplace.filters;

import io.micronaut.data.connection.annotation.Connectable;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import terrace.marketplace.filters.SavedFilter.Place;

/** Keeps people's filters; whose they are comes first. */
@Singleton
public class SavedFilters {
    public static final int FILTERS_MAX = 20;
    public static final int NAME_CHARS_MAX = 20;

    private final JdbcOperations jdbc;

    SavedFilters(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** In the order of their names. */
    @Connectable
    public List<SavedFilter> of(UUID accountId, Place place) {
        return jdbc.prepareStatement("""
                select name, query from marketplace.saved_filter where account_id = ? and place = ? order by name
                """, (PreparedStatement statement) -> {
            statement.setObject(1, accountId);
            statement.setString(2, place.name());
            List<SavedFilter> found = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(new SavedFilter(place, row.getString(1), row.getString(2)));
                }
            }
            return found;
        });
    }

    /** A name that is there already is said anew. */
    @Transactional
    public Keeping keep(UUID accountId, SavedFilter filter) {
        String name = filter.name().strip();
        if (name.isEmpty() || name.codePointCount(0, name.length()) > NAME_CHARS_MAX) {
            return Keeping.NAME_LENGTH;
        }
        // held until the transaction ends, so that two at once cannot pass the limit
        jdbc.prepareStatement("select id from marketplace.account where id = ? for no key update", statement -> {
            statement.setObject(1, accountId);
            return statement.execute();
        });
        int kept = jdbc.prepareStatement("""
                insert into marketplace.saved_filter (account_id, place, name, query)
                select ?, ?, ?, ? where exists (
                        select from marketplace.saved_filter where account_id = ? and place = ? and name = ?)
                    or (select count(*) from marketplace.saved_filter where account_id = ? and place = ?) < ?
                on conflict (account_id, place, name) do update set query = excluded.query
                """, (PreparedStatement statement) -> {
            statement.setObject(1, accountId);
            statement.setString(2, filter.place().name());
            statement.setString(3, name);
            statement.setString(4, filter.query());
            statement.setObject(5, accountId);
            statement.setString(6, filter.place().name());
            statement.setString(7, name);
            statement.setObject(8, accountId);
            statement.setString(9, filter.place().name());
            statement.setInt(10, FILTERS_MAX);
            return statement.executeUpdate();
        });
        return kept == 0 ? Keeping.TOO_MANY : Keeping.KEPT;
    }

    /** Nothing happens to one that is not there. */
    @Transactional
    public void drop(UUID accountId, Place place, String name) {
        jdbc.prepareStatement(
                "delete from marketplace.saved_filter where account_id = ? and place = ? and name = ?", statement -> {
                    statement.setObject(1, accountId);
                    statement.setString(2, place.name());
                    statement.setString(3, name);
                    return statement.executeUpdate();
                });
    }
}
