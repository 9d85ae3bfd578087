package terrace.search.querylog;

import io.micronaut.data.connection.annotation.Connectable;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Keeps the counts. */
@Singleton
class QueryRows {
    private final JdbcOperations jdbc;

    QueryRows(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** In the order given, which all writers keep, so that two never wait for each other. */
    @Transactional
    void add(LocalDate day, Collection<QueryCount> counts) {
        jdbc.prepareStatement("""
                insert into search.query_day as d (day, text, searches, empty, clicks) values (?, ?, ?, ?, ?)
                on conflict (day, text) do update set searches = d.searches + excluded.searches,
                    empty = d.empty + excluded.empty, clicks = d.clicks + excluded.clicks
                """, statement -> {
            for (QueryCount count : counts) {
                statement.setObject(1, day);
                statement.setString(2, count.text());
                statement.setLong(3, count.searches());
                statement.setLong(4, count.empty());
                statement.setLong(5, count.clicks());
                statement.addBatch();
            }
            return statement.executeBatch();
        });
    }

    /** Texts typed less often than {@code least} in all, that nobody typed since; and whatever is too old. */
    @Transactional
    int forget(LocalDate unless, long least, LocalDate before) {
        return jdbc.prepareStatement("""
                delete from search.query_day where day < ? or text in (
                    select text from search.query_day group by text having sum(searches) < ? and max(day) < ?)
                """, statement -> {
            statement.setObject(1, before);
            statement.setLong(2, least);
            statement.setObject(3, unless);
            return statement.executeUpdate();
        });
    }

    @Connectable
    List<QueryCount> most(Order order, LocalDate from, long least, int limit) {
        return jdbc.prepareStatement("""
                select text, sum(searches) as searches, sum(empty) as empty, sum(clicks) as clicks
                from search.query_day where day >= ? group by text having sum(searches) >= ? and sum(%s) > 0
                order by sum(%s) desc, text limit ?
                """.formatted(order.column, order.column), statement -> {
            statement.setObject(1, from);
            statement.setLong(2, least);
            statement.setInt(3, limit);
            List<QueryCount> counts = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    counts.add(new QueryCount(rows.getString(1), rows.getLong(2), rows.getLong(3), rows.getLong(4)));
                }
            }
            return counts;
        });
    }

    @Connectable
    List<QueryDay> days(LocalDate from) {
        return jdbc.prepareStatement("""
                select day, sum(searches), sum(empty), sum(clicks) from search.query_day where day >= ?
                group by day order by day
                """, statement -> {
            statement.setObject(1, from);
            List<QueryDay> days = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    days.add(new QueryDay(
                            rows.getObject(1, LocalDate.class), rows.getLong(2), rows.getLong(3), rows.getLong(4)));
                }
            }
            return days;
        });
    }

    /** What there is most of. */
    enum Order {
        SEARCHES("searches"),
        EMPTY("empty");

        private final String column;

        Order(String column) {
            this.column = column;
        }
    }
}
