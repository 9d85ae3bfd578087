package terrace.catalog.stock;

import static terrace.marketplace.database.SqlArrays.longs;
import static terrace.marketplace.database.SqlArrays.uuids;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
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

    Map<UUID, Long> available(Set<UUID> skuIds) {
        return jdbc.prepareStatement(
                "select sku_id, on_hand - held from catalog.stock where sku_id = any(?)", statement -> {
                    statement.setArray(1, uuids(statement, skuIds));
                    try (ResultSet rows = statement.executeQuery()) {
                        Map<UUID, Long> available = new HashMap<>();
                        while (rows.next()) {
                            available.put(rows.getObject(1, UUID.class), rows.getLong(2));
                        }
                        return available;
                    }
                });
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
    Level lock(UUID skuId) {
        jdbc.prepareStatement("insert into catalog.stock (sku_id) values (?) on conflict do nothing", statement -> {
            statement.setObject(1, skuId);
            return statement.executeUpdate();
        });
        return jdbc.prepareStatement(
                "select on_hand, held from catalog.stock where sku_id = ? for no key update", statement -> {
                    statement.setObject(1, skuId);
                    try (ResultSet rows = statement.executeQuery()) {
                        rows.next();
                        return new Level(rows.getLong(1), rows.getLong(2));
                    }
                });
    }

    void move(UUID skuId, Kind kind, long quantity, String reason) {
        jdbc.prepareStatement("""
                with moved as (update catalog.stock set on_hand = on_hand + ? where sku_id = ? returning sku_id)
                insert into catalog.stock_movement (sku_id, kind, quantity, reason) select sku_id, ?, ?, ? from moved
                """, statement -> {
            statement.setLong(1, quantity);
            statement.setObject(2, skuId);
            statement.setString(3, kind.name());
            statement.setLong(4, quantity);
            statement.setString(5, reason);
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
    record Level(long onHand, long held) {
        long available() {
            return onHand - held;
        }
    }
}
