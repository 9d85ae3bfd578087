package terrace.catalog.flashsales;

import static terrace.marketplace.database.SqlArrays.uuids;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/** The lines of those who wait; each written to with its bucket locked, but for a claim, which locks it first. */
@Singleton
class WaitingRows {
    private final JdbcOperations jdbc;

    WaitingRows(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** How many stand in line or have a place. */
    int count(UUID offerId) {
        return number(
                "select count(*) from catalog.flash_waiting where offer_id = ? and state in ('WAITING', 'OFFERED')",
                offerId);
    }

    /** How many have a place, those whose time is over among them. */
    int offered(UUID offerId) {
        return number("select count(*) from catalog.flash_waiting where offer_id = ? and state = 'OFFERED'", offerId);
    }

    private int number(String sql, UUID offerId) {
        return jdbc.prepareStatement(sql, statement -> {
            statement.setObject(1, offerId);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        });
    }

    /** Whether they have a piece, paid or not. */
    boolean hasOne(UUID offerId, UUID memberId) {
        return jdbc.prepareStatement(
                "select from catalog.stock_bucket_taker where bucket_id = ? and member_id = ? and quantity > 0",
                statement -> {
                    statement.setObject(1, offerId);
                    statement.setObject(2, memberId);
                    try (ResultSet row = statement.executeQuery()) {
                        return row.next();
                    }
                });
    }

    /** At the end of the line; who left it or let a place lapse begins anew. False for those who stand in it. */
    boolean join(UUID offerId, UUID memberId) {
        return update("""
                insert into catalog.flash_waiting as w (offer_id, member_id) values (?, ?)
                on conflict (offer_id, member_id) do update set state = 'WAITING', offered_until = null,
                    place = excluded.place
                where w.state not in ('WAITING', 'OFFERED')
                """, offerId, memberId) == 1;
    }

    boolean leave(UUID offerId, UUID memberId) {
        return update("""
                update catalog.flash_waiting set state = 'LEFT'
                where offer_id = ? and member_id = ? and state in ('WAITING', 'OFFERED')
                """, offerId, memberId) == 1;
    }

    /** Takes up the place that is kept for them; false when there is none any more. */
    boolean claim(UUID offerId, UUID memberId) {
        return update("""
                update catalog.flash_waiting set state = 'TAKEN'
                where offer_id = ? and member_id = ? and state = 'OFFERED' and offered_until > marketplace.clock_now()
                """, offerId, memberId) == 1;
    }

    private int update(String sql, UUID offerId, UUID memberId) {
        return jdbc.prepareStatement(sql, statement -> {
            statement.setObject(1, offerId);
            statement.setObject(2, memberId);
            return statement.executeUpdate();
        });
    }

    /** Places that were not taken in time are given up; says how many. */
    int lapse(UUID offerId) {
        return jdbc.prepareStatement("""
                update catalog.flash_waiting set state = 'LAPSED'
                where offer_id = ? and state = 'OFFERED' and offered_until <= marketplace.clock_now()
                """, statement -> {
            statement.setObject(1, offerId);
            return statement.executeUpdate();
        });
    }

    /** Keeps places for the first in line. */
    List<UUID> offer(UUID offerId, long places, long seconds) {
        return jdbc.prepareStatement("""
                update catalog.flash_waiting set state = 'OFFERED',
                    offered_until = marketplace.clock_now() + ? * interval '1 second'
                where offer_id = ? and member_id in (
                    select member_id from catalog.flash_waiting where offer_id = ? and state = 'WAITING'
                    order by place limit ?)
                returning member_id
                """, statement -> {
            statement.setLong(1, seconds);
            statement.setObject(2, offerId);
            statement.setObject(3, offerId);
            statement.setLong(4, places);
            return ids(statement);
        });
    }

    /** Where somebody stands, by offer; those they do not wait for are left out. */
    Map<UUID, Place> places(UUID memberId, Collection<UUID> offerIds) {
        return jdbc.prepareStatement("""
                select w.offer_id, case when w.state = 'OFFERED' then w.offered_until end, (
                    select count(*) from catalog.flash_waiting a
                    where a.offer_id = w.offer_id and a.state in ('WAITING', 'OFFERED') and a.place < w.place)
                from catalog.flash_waiting w where w.member_id = ? and w.offer_id = any(?)
                    and (w.state = 'WAITING' or (w.state = 'OFFERED' and w.offered_until > marketplace.clock_now()))
                """, statement -> {
            statement.setObject(1, memberId);
            statement.setArray(2, uuids(statement, offerIds));
            Map<UUID, Place> places = new HashMap<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    OffsetDateTime until = row.getObject(2, OffsetDateTime.class);
                    places.put(
                            row.getObject(1, UUID.class),
                            new Place(row.getLong(3), until == null ? null : until.toInstant()));
                }
            }
            return places;
        });
    }

    /** Of these offers by member, those of which a piece is kept for them. */
    Map<UUID, Set<UUID>> kept(Map<UUID, Set<UUID>> offers) {
        List<UUID> members = new ArrayList<>();
        List<UUID> wanted = new ArrayList<>();
        offers.forEach((member, ids) -> ids.forEach(id -> {
            members.add(member);
            wanted.add(id);
        }));
        return jdbc.prepareStatement("""
                select w.member_id, w.offer_id from unnest(?::uuid[], ?::uuid[]) as k (member_id, offer_id)
                join catalog.flash_waiting w on w.offer_id = k.offer_id and w.member_id = k.member_id
                where w.state = 'OFFERED' and w.offered_until > marketplace.clock_now()
                """, statement -> {
            statement.setArray(1, uuids(statement, members));
            statement.setArray(2, uuids(statement, wanted));
            return sets(statement);
        });
    }

    /** By SKU, the members for whom a piece of it is kept; of each offer as many at most as may stand in line. */
    Map<UUID, Set<UUID>> keptBySku(Collection<UUID> skuIds) {
        return jdbc.prepareStatement("""
                select o.sku_id, w.member_id from catalog.campaign_offer o
                join catalog.flash_waiting w on w.offer_id = o.id
                where o.sku_id = any(?) and w.state = 'OFFERED' and w.offered_until > marketplace.clock_now()
                """, statement -> {
            statement.setArray(1, uuids(statement, skuIds));
            return sets(statement);
        });
    }

    /** The second of two ids, by the first. */
    private static Map<UUID, Set<UUID>> sets(PreparedStatement statement) throws SQLException {
        Map<UUID, Set<UUID>> sets = new TreeMap<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                sets.computeIfAbsent(row.getObject(1, UUID.class), id -> new TreeSet<>())
                        .add(row.getObject(2, UUID.class));
            }
        }
        return sets;
    }

    private static List<UUID> ids(PreparedStatement statement) throws SQLException {
        List<UUID> ids = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                ids.add(row.getObject(1, UUID.class));
            }
        }
        return ids;
    }
}
