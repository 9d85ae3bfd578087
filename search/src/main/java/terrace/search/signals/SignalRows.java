package terrace.search.signals;

import static terrace.marketplace.database.SqlArrays.longs;
import static terrace.marketplace.database.SqlArrays.texts;
import static terrace.marketplace.database.SqlArrays.uuids;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import terrace.catalog.sales.BasketSold;

/** The rows of signals and baskets. */
@Singleton
class SignalRows {
    /** What a member's word is heard under; writers of signals share it, so that "off" waits for those under way. */
    private static final long CHOICE_LOCK = 0x7369676e616cL;

    /** In one order, so that two writers of the same signals cannot wait for each other. */
    private static final String KEEP = """
            insert into search.signal (member_id, id, kind, listing_id, seconds, at, day)
            select s.member_id, s.id, s.kind, s.listing_id, s.seconds, s.at::timestamptz,
                (s.at::timestamptz at time zone 'Asia/Shanghai')::date
            from unnest(?::uuid[], ?::uuid[], ?::text[], ?::uuid[], ?::bigint[], ?::text[])
                as s (member_id, id, kind, listing_id, seconds, at)
            where not exists (select from search.personal_choice c where c.member_id = s.member_id
                and (not c.personal or s.at::timestamptz <= c.changed_at))
            order by s.member_id, s.id
            on conflict do nothing
            """;

    private static final String FORGET = """
            delete from %1$s where ctid = any(array(
                select ctid from %1$s where at < ? order by at limit ? for update skip locked))
            """;

    private final JdbcOperations jdbc;

    SignalRows(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns how many were new and welcome. */
    int keep(Collection<Signal> signals) {
        List<Signal> all = List.copyOf(signals);
        lock("select pg_advisory_xact_lock_shared(?)");
        return jdbc.prepareStatement(KEEP, statement -> {
            statement.setArray(
                    1, uuids(statement, all.stream().map(Signal::memberId).toList()));
            statement.setArray(2, uuids(statement, all.stream().map(Signal::id).toList()));
            statement.setArray(
                    3,
                    texts(
                            statement,
                            all.stream().map(each -> each.kind().name()).toList()));
            statement.setArray(
                    4, uuids(statement, all.stream().map(Signal::listingId).toList()));
            statement.setArray(
                    5,
                    longs(
                            statement,
                            all.stream().map(each -> (long) each.seconds()).toList()));
            statement.setArray(
                    6,
                    texts(
                            statement,
                            all.stream().map(each -> each.at().toString()).toList()));
            return statement.executeUpdate();
        });
    }

    List<Signal> recent(UUID memberId, Instant since, int limit) {
        return jdbc.prepareStatement("""
                select id, kind, listing_id, seconds, at from search.signal
                where member_id = ? and at > ? order by at desc limit ?
                """, statement -> {
            statement.setObject(1, memberId);
            statement.setObject(2, since.atOffset(ZoneOffset.UTC));
            statement.setInt(3, limit);
            try (ResultSet rows = statement.executeQuery()) {
                List<Signal> signals = new ArrayList<>();
                while (rows.next()) {
                    signals.add(signal(memberId, rows));
                }
                return signals;
            }
        });
    }

    private static Signal signal(UUID memberId, ResultSet rows) throws SQLException {
        return new Signal(
                rows.getObject("id", UUID.class),
                memberId,
                Signal.Kind.valueOf(rows.getString("kind")),
                rows.getObject("listing_id", UUID.class),
                rows.getInt("seconds"),
                rows.getObject("at", OffsetDateTime.class).toInstant());
    }

    Map<Signal.Kind, Long> counts(UUID memberId) {
        return jdbc.prepareStatement(
                "select kind, count(*) from search.signal where member_id = ? group by kind", statement -> {
                    statement.setObject(1, memberId);
                    try (ResultSet rows = statement.executeQuery()) {
                        Map<Signal.Kind, Long> counts = new EnumMap<>(Signal.Kind.class);
                        while (rows.next()) {
                            counts.put(Signal.Kind.valueOf(rows.getString(1)), rows.getLong(2));
                        }
                        return counts;
                    }
                });
    }

    /** True for those who have not said anything. */
    boolean personal(UUID memberId) {
        return jdbc.prepareStatement("select personal from search.personal_choice where member_id = ?", statement -> {
            statement.setObject(1, memberId);
            try (ResultSet rows = statement.executeQuery()) {
                return !rows.next() || rows.getBoolean(1);
            }
        });
    }

    /** Waits for writers under way, and lets none begin before the transaction ends. */
    void choose(UUID memberId, boolean personal) {
        lock("select pg_advisory_xact_lock(?)");
        jdbc.prepareStatement("""
                insert into search.personal_choice (member_id, personal) values (?, ?)
                on conflict (member_id) do update
                set personal = excluded.personal, changed_at = marketplace.clock_now()
                where personal_choice.personal <> excluded.personal
                """, statement -> {
            statement.setObject(1, memberId);
            statement.setBoolean(2, personal);
            return statement.executeUpdate();
        });
    }

    int forget(UUID memberId) {
        return jdbc.prepareStatement("delete from search.signal where member_id = ?", statement -> {
            statement.setObject(1, memberId);
            return statement.executeUpdate();
        });
    }

    /** Deletes up to so many that are older, of signals and of basket lines each. */
    int forgetOlder(Instant than, int limit) {
        return delete(FORGET.formatted("search.signal"), than, limit)
                + delete(FORGET.formatted("search.basket_line"), than, limit);
    }

    private int delete(String sql, Instant than, int limit) {
        return jdbc.prepareStatement(sql, statement -> {
            statement.setObject(1, than.atOffset(ZoneOffset.UTC));
            statement.setInt(2, limit);
            return statement.executeUpdate();
        });
    }

    void keepBasket(BasketSold basket) {
        jdbc.prepareStatement("""
                insert into search.basket_line (basket_id, listing_id, province_code, at)
                select ?, listing_id, ?, ? from unnest(?::uuid[]) as l (listing_id) order by listing_id
                on conflict do nothing
                """, statement -> {
            statement.setObject(1, basket.basketId());
            statement.setString(2, basket.provinceCode());
            statement.setObject(3, basket.at().atOffset(ZoneOffset.UTC));
            statement.setArray(4, uuids(statement, basket.listingIds()));
            return statement.executeUpdate();
        });
    }

    private void lock(String sql) {
        jdbc.prepareStatement(sql, (PreparedStatement statement) -> {
            statement.setLong(1, CHOICE_LOCK);
            return statement.execute();
        });
    }
}
