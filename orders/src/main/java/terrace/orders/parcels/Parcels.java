package terrace.orders.parcels;

import io.micronaut.data.connection.annotation.Connectable;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import terrace.orders.purchases.OrderLine;

/** The door to parcels; who may see or send them is known to those who ask. */
@Singleton
public class Parcels {
    /** An order is sent in at most so many; the database refuses more. */
    public static final int PARCELS_MAX = 20;

    private final JdbcOperations jdbc;

    Parcels(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** In the order they were sent. */
    @Connectable
    public List<Parcel> of(UUID orderId) {
        return ofOrders(List.of(orderId)).getOrDefault(orderId, List.of());
    }

    /** By order, each in the order they were sent; orders without any are left out. */
    @Connectable
    public Map<UUID, List<Parcel>> ofOrders(Collection<UUID> orderIds) {
        if (orderIds.isEmpty()) {
            return Map.of();
        }
        return jdbc.prepareStatement("""
                select p.order_id, p.number, p.courier, p.tracking_number, p.sent_at, l.position, l.quantity
                from orders.parcel p join orders.parcel_line l on l.order_id = p.order_id and l.number = p.number
                where p.order_id = any(?) order by p.order_id, p.number, l.position
                """, (PreparedStatement statement) -> {
            statement.setArray(1, statement.getConnection().createArrayOf("uuid", orderIds.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                return read(row);
            }
        });
    }

    private static Map<UUID, List<Parcel>> read(ResultSet row) throws SQLException {
        record Key(UUID orderId, int number) {}
        Map<Key, Parcel> parcels = new LinkedHashMap<>();
        while (row.next()) {
            Key key = new Key(row.getObject("order_id", UUID.class), row.getInt("number"));
            Parcel parcel = parcels.get(key);
            if (parcel == null) {
                parcel = new Parcel(
                        key.orderId(),
                        key.number(),
                        row.getString("courier"),
                        row.getString("tracking_number"),
                        row.getObject("sent_at", OffsetDateTime.class).toInstant(),
                        new TreeMap<>());
                parcels.put(key, parcel);
            }
            parcel.pieces().put(row.getInt("position"), row.getInt("quantity"));
        }
        return parcels.values().stream().collect(Collectors.groupingBy(Parcel::orderId));
    }

    /**
     * How many pieces of each line are not sent yet, by position; lines that are sent are left out.
     *
     * @param sent the parcels of that order
     */
    public static SortedMap<Integer, Integer> left(List<OrderLine> lines, List<Parcel> sent) {
        SortedMap<Integer, Integer> left = new TreeMap<>();
        lines.forEach(line -> left.put(line.position(), line.quantity()));
        sent.forEach(
                parcel -> parcel.pieces().forEach((position, pieces) -> left.merge(position, -pieces, Integer::sum)));
        left.values().removeIf(pieces -> pieces <= 0);
        return left;
    }

    /** Notes a parcel of an order that the caller holds fast; the database refuses more pieces than were bought. */
    @Transactional
    public Parcel add(UUID orderId, int number, String courier, String tracking, SortedMap<Integer, Integer> pieces) {
        Parcel parcel = jdbc.prepareStatement("""
                insert into orders.parcel (order_id, number, courier, tracking_number) values (?, ?, ?, ?)
                returning sent_at
                """, (PreparedStatement statement) -> {
            statement.setObject(1, orderId);
            statement.setInt(2, number);
            statement.setString(3, courier);
            statement.setString(4, tracking);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new Parcel(
                        orderId,
                        number,
                        courier,
                        tracking,
                        row.getObject(1, OffsetDateTime.class).toInstant(),
                        Collections.unmodifiableSortedMap(pieces));
            }
        });
        jdbc.prepareStatement("""
                insert into orders.parcel_line (order_id, number, position, quantity) values (?, ?, ?, ?)
                """, (PreparedStatement statement) -> {
            for (Map.Entry<Integer, Integer> line : pieces.entrySet()) {
                statement.setObject(1, orderId);
                statement.setInt(2, number);
                statement.setInt(3, line.getKey());
                statement.setInt(4, line.getValue());
                statement.addBatch();
            }
            return statement.executeBatch();
        });
        return parcel;
    }
}
