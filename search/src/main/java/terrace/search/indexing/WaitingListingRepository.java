package terrace.search.indexing;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.search.vectors.IndexAgain;

/**
 * Listings that changed and are not yet indexed, and those indexed so lately that Elasticsearch may still forget it.
 */
@Singleton
@Transactional
class WaitingListingRepository implements IndexAgain {
    private final JdbcOperations jdbc;

    WaitingListingRepository(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** Notes changes; in the order of ids, so that two transactions never wait for each other. */
    void add(Collection<UUID> ids) {
        jdbc.prepareStatement("""
                insert into search.waiting_listing (listing_id)
                select distinct id from unnest(?::uuid[]) as changed (id) order by id
                on conflict (listing_id) do update set turn = nextval('search.waiting_turn'), indexed_at = null
                """, statement -> {
            statement.setArray(1, statement.getConnection().createArrayOf("uuid", ids.toArray()));
            return statement.executeUpdate();
        });
    }

    @Override
    public void indexAgain(Collection<UUID> listingIds) {
        add(listingIds);
    }

    /** Those waiting longest, each with the turn it had when it was read. */
    Map<UUID, Long> next(int limit) {
        return jdbc.prepareStatement(
                "select listing_id, turn from search.waiting_listing where indexed_at is null order by turn limit ?",
                statement -> {
                    statement.setInt(1, limit);
                    Map<UUID, Long> waiting = new LinkedHashMap<>();
                    try (ResultSet rows = statement.executeQuery()) {
                        while (rows.next()) {
                            waiting.put(rows.getObject(1, UUID.class), rows.getLong(2));
                        }
                    }
                    return waiting;
                });
    }

    /**
     * Notes as indexed what has not changed again since. Need not be on the disk when it is said: what is forgotten is
     * indexed once more.
     */
    void indexed(Map<UUID, Long> indexed) {
        jdbc.prepareStatement("""
                with done as (
                    update search.waiting_listing w set indexed_at = clock_timestamp()
                    from unnest(?::uuid[], ?::bigint[]) as d (id, turn)
                    where w.listing_id = d.id and w.turn = d.turn returning w.turn)
                select set_config('synchronous_commit', 'off', true) from done limit 1""", statement -> {
            statement.setArray(
                    1,
                    statement
                            .getConnection()
                            .createArrayOf("uuid", indexed.keySet().toArray()));
            statement.setArray(
                    2,
                    statement
                            .getConnection()
                            .createArrayOf("bigint", indexed.values().toArray()));
            return statement.execute();
        });
    }

    /** Takes off the list what was indexed at least so many seconds ago. */
    void forget(int seconds) {
        jdbc.prepareStatement("""
                delete from search.waiting_listing
                where indexed_at <= clock_timestamp() - ? * interval '1 second'""", statement -> {
            statement.setInt(1, seconds);
            return statement.executeUpdate();
        });
    }

    /** Elasticsearch was away: what was indexed lately waits again. */
    void again() {
        jdbc.prepareStatement(
                "update search.waiting_listing set indexed_at = null where indexed_at is not null",
                PreparedStatement::executeUpdate);
    }

    /**
     * How carrying over goes, of all nodes.
     *
     * @param waiting whether anything is not yet carried over
     * @param changed when something was last, by the clock of PostgreSQL; null when nothing is noted any more
     */
    record Progress(boolean waiting, @Nullable Instant changed) {}

    Progress progress() {
        return jdbc.prepareStatement("""
                select exists (select 1 from search.waiting_listing where indexed_at is null),
                    (select max(indexed_at) from search.waiting_listing where indexed_at is not null)""", statement -> {
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                OffsetDateTime changed = rows.getObject(2, OffsetDateTime.class);
                return new Progress(rows.getBoolean(1), changed == null ? null : changed.toInstant());
            }
        });
    }

    long count() {
        return jdbc.prepareStatement(
                "select count(*) from search.waiting_listing where indexed_at is null", statement -> {
                    try (ResultSet rows = statement.executeQuery()) {
                        rows.next();
                        return rows.getLong(1);
                    }
                });
    }
}
