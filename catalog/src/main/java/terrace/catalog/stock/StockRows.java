package terrace.catalog.stock;

import static terrace.marketplace.database.SqlArrays.AMONG_IDS;
import static terrace.marketplace.database.SqlArrays.longs;
import static terrace.marketplace.database.SqlArrays.uuids;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;
import terrace.catalog.stock.Movement.Kind;

/** What is on hand, and the ledger of how it came to be. */
@Singleton
class StockRows {
    private final JdbcOperations jdbc;

    StockRows(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    Map<UUID, Offer> offers(Set<UUID> skuIds) {
        return jdbc.prepareStatement("""
                select s.sku_id, coalesce(c.free, s.on_hand - s.held) as free, s.ships_from, c.ends_at,
                    case when c.free is null then s.quota - s.promised else 0 end as promisable
                from catalog.stock s left join lateral (
                    select p.free, p.ends_at from catalog.campaign_price p where p.sku_id = s.sku_id limit 1) c on true
                where s.sku_id =\s""" + AMONG_IDS, statement -> {
            statement.setArray(1, uuids(statement, skuIds));
            try (ResultSet rows = statement.executeQuery()) {
                Map<UUID, Offer> offers = new HashMap<>();
                while (rows.next()) {
                    offers.put(rows.getObject("sku_id", UUID.class), offer(rows));
                }
                return offers;
            }
        });
    }

    private static Offer offer(ResultSet row) throws SQLException {
        OffsetDateTime until = row.getObject("ends_at", OffsetDateTime.class);
        if (until != null) {
            return new Offer(row.getLong("free"), null, until.toInstant());
        }
        return row.getLong("free") == 0 && row.getLong("promisable") > 0
                ? new Offer(row.getLong("promisable"), row.getObject("ships_from", LocalDate.class))
                : new Offer(row.getLong("free"), null);
    }

    /** Answers the SKUs of which nothing was free before. */
    List<UUID> receive(SortedMap<UUID, Long> quantities, String reason) {
        return jdbc.prepareStatement("""
                with came as (select * from unnest(?::uuid[], ?::bigint[]) as c (sku_id, quantity)),
                moved as (
                    insert into catalog.stock (sku_id, on_hand) select sku_id, quantity from came order by sku_id
                    on conflict (sku_id) do update set on_hand = stock.on_hand + excluded.on_hand
                    returning sku_id, on_hand - held as available),
                noted as (
                    insert into catalog.stock_movement (sku_id, kind, quantity, reason)
                    select sku_id, 'IN', quantity, ? from came)
                select m.sku_id from moved m join came c on c.sku_id = m.sku_id and c.quantity = m.available
                """, statement -> {
            statement.setArray(1, uuids(statement, quantities.keySet()));
            statement.setArray(2, longs(statement, quantities.values()));
            statement.setString(3, reason);
            try (ResultSet rows = statement.executeQuery()) {
                List<UUID> turned = new ArrayList<>();
                while (rows.next()) {
                    turned.add(rows.getObject(1, UUID.class));
                }
                return turned;
            }
        });
    }

    /** Locks the SKU's row, making it where there is none. */
    Counted lock(UUID skuId) {
        jdbc.prepareStatement("insert into catalog.stock (sku_id) values (?) on conflict do nothing", statement -> {
            statement.setObject(1, skuId);
            return statement.executeUpdate();
        });
        return jdbc.prepareStatement(
                "select on_hand, held from catalog.stock where sku_id = ? for no key update", statement -> {
                    statement.setObject(1, skuId);
                    try (ResultSet rows = statement.executeQuery()) {
                        rows.next();
                        return new Counted(rows.getLong(1), rows.getLong(2));
                    }
                });
    }

    boolean isEntered(UUID skuId, String reference) {
        return jdbc.prepareStatement(
                "select 1 from catalog.stock_movement where reference = ? and sku_id = ?", statement -> {
                    statement.setString(1, reference);
                    statement.setObject(2, skuId);
                    try (ResultSet rows = statement.executeQuery()) {
                        return rows.next();
                    }
                });
    }

    Map<UUID, Level> levels(Set<UUID> skuIds) {
        return jdbc.prepareStatement("""
                select k.id, coalesce(s.on_hand, 0), coalesce(s.held, 0), coalesce(w.low_at, 0) from catalog.sku k
                left join catalog.stock s on s.sku_id = k.id left join catalog.stock_watch w on w.sku_id = k.id
                where k.id = any(?)
                """, statement -> {
            statement.setArray(1, uuids(statement, skuIds));
            try (ResultSet rows = statement.executeQuery()) {
                Map<UUID, Level> levels = new HashMap<>();
                while (rows.next()) {
                    levels.put(
                            rows.getObject(1, UUID.class),
                            new Level(rows.getLong(2), rows.getLong(3), rows.getLong(4)));
                }
                return levels;
            }
        });
    }

    void watch(UUID merchantId, UUID skuId, long lowAt) {
        String sql =
                lowAt == 0 ? "delete from catalog.stock_watch where sku_id = ? and merchant_id = ? and 0 = ?" : """
                insert into catalog.stock_watch (sku_id, merchant_id, low_at) values (?, ?, ?)
                on conflict (sku_id) do update set low_at = excluded.low_at
                """;
        jdbc.prepareStatement(sql, statement -> {
            statement.setObject(1, skuId);
            statement.setObject(2, merchantId);
            statement.setLong(3, lowAt);
            return statement.executeUpdate();
        });
    }

    List<UUID> low(UUID merchantId, int limit) {
        return jdbc.prepareStatement("""
                select w.sku_id from catalog.stock_watch w left join catalog.stock s on s.sku_id = w.sku_id
                where w.merchant_id = ? and coalesce(s.on_hand - s.held, 0) <= w.low_at order by w.sku_id limit ?
                """, statement -> {
            statement.setObject(1, merchantId);
            statement.setInt(2, limit);
            try (ResultSet rows = statement.executeQuery()) {
                List<UUID> low = new ArrayList<>();
                while (rows.next()) {
                    low.add(rows.getObject(1, UUID.class));
                }
                return low;
            }
        });
    }

    void move(UUID skuId, Kind kind, long quantity, String reason, String reference) {
        jdbc.prepareStatement("""
                with moved as (update catalog.stock set on_hand = on_hand + ? where sku_id = ? returning sku_id)
                insert into catalog.stock_movement (sku_id, kind, quantity, reason, reference)
                select sku_id, ?, ?, ?, ? from moved
                """, statement -> {
            statement.setLong(1, quantity);
            statement.setObject(2, skuId);
            statement.setString(3, kind.name());
            statement.setLong(4, quantity);
            statement.setString(5, reason);
            statement.setString(6, reference);
            return statement.executeUpdate();
        });
    }

    List<Movement> movements(UUID skuId, int limit) {
        return jdbc.prepareStatement("""
                select kind, quantity, reason, reference, at from catalog.stock_movement
                where sku_id = ? order by number desc limit ?
                """, statement -> {
            statement.setObject(1, skuId);
            statement.setInt(2, limit);
            try (ResultSet rows = statement.executeQuery()) {
                List<Movement> movements = new ArrayList<>();
                while (rows.next()) {
                    movements.add(new Movement(
                            skuId,
                            Kind.valueOf(rows.getString("kind")),
                            rows.getLong("quantity"),
                            rows.getString("reason"),
                            rows.getString("reference"),
                            rows.getObject("at", OffsetDateTime.class).toInstant()));
                }
                return movements;
            }
        });
    }

    /** What is there of a SKU, and how much of it is promised. */
    record Counted(long onHand, long held) {
        long available() {
            return onHand - held;
        }
    }
}
