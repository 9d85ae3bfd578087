package terrace.orders.cart;

import static terrace.marketplace.database.SqlArrays.uuids;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of carts: who means to buy how many of what. */
@Singleton
class CartRows {

    private static final String LINES =
            "select sku_id, quantity, seen_fen from orders.cart_line where owner = ? order by put_at desc, sku_id";
    private static final String COUNT = "select count(*) from orders.cart_line where owner = ?";
    /** Keeps two changes of one cart apart, so that together they cannot overfill it. */
    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended(?, 0))";

    private static final String PUT = """
            insert into orders.cart_line as line (owner, sku_id, quantity, seen_fen)
            select ?, ?, ?, ?
            where (select count(*) from orders.cart_line where owner = ? and sku_id <> ?) < ?
            on conflict (owner, sku_id) do update set seen_fen = excluded.seen_fen, quantity = %s
            """;
    private static final String SET = PUT.formatted("excluded.quantity");
    private static final String ADD = PUT.formatted(
            "least(line.quantity + excluded.quantity, " + Carts.QUANTITY_MAX + "), put_at = marketplace.clock_now()");
    private static final String REMOVE = "delete from orders.cart_line where owner = ? and sku_id = any(?)";
    private static final String ASKED = "from unnest(?::uuid[], ?::uuid[]) as asked (owner, sku_id)";
    private static final String QUANTITIES = "select line.owner, line.sku_id, line.quantity " + ASKED
            + " join orders.cart_line line on line.owner = asked.owner and line.sku_id = asked.sku_id";
    private static final String REMOVE_ALL =
            "delete from orders.cart_line line using (select asked.owner, asked.sku_id " + ASKED
                    + ") asked where line.owner = asked.owner and line.sku_id = asked.sku_id";
    private static final String CLEAR = """
            delete from orders.cart_line where ctid = any(array(
                select ctid from orders.cart_line
                where put_at < (select marketplace.clock_now() - ? * interval '1 day') order by put_at limit ?))
            """;
    private static final String MERGE = """
            with moved as (
                delete from orders.cart_line where owner = ? returning sku_id, quantity, put_at, seen_fen
            ), known as (
                update orders.cart_line line set quantity = greatest(line.quantity, moved.quantity)
                from moved where line.owner = ? and line.sku_id = moved.sku_id
                returning line.sku_id
            )
            insert into orders.cart_line (owner, sku_id, quantity, put_at, seen_fen)
            select ?, sku_id, quantity, put_at, seen_fen from moved
            where sku_id not in (select sku_id from known)
            order by put_at desc
            limit greatest(0, ? - (select count(*) from orders.cart_line where owner = ?))
            """;

    private final JdbcOperations jdbc;

    CartRows(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** @param seenFen what a unit cost when it was put; null where that was not written down */
    record Put(int quantity, @Nullable Long seenFen) {}

    /** By SKU, the latest put first. */
    Map<UUID, Put> lines(UUID owner) {
        return jdbc.prepareStatement(LINES, (PreparedStatement statement) -> {
            statement.setObject(1, owner);
            Map<UUID, Put> lines = new LinkedHashMap<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    lines.put(row.getObject(1, UUID.class), new Put(row.getInt(2), row.getObject(3, Long.class)));
                }
            }
            return lines;
        });
    }

    Map<UUID, Map<UUID, Integer>> quantities(Map<UUID, Set<UUID>> skuIds) {
        return jdbc.prepareStatement(QUANTITIES, (PreparedStatement statement) -> {
            ask(statement, skuIds);
            Map<UUID, Map<UUID, Integer>> quantities = new HashMap<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    quantities
                            .computeIfAbsent(row.getObject(1, UUID.class), owner -> new HashMap<>())
                            .put(row.getObject(2, UUID.class), row.getInt(3));
                }
            }
            return quantities;
        });
    }

    void removeAll(Map<UUID, Set<UUID>> skuIds) {
        jdbc.prepareStatement(REMOVE_ALL, (PreparedStatement statement) -> {
            ask(statement, skuIds);
            return statement.executeUpdate();
        });
    }

    private static void ask(PreparedStatement statement, Map<UUID, Set<UUID>> skuIds) throws SQLException {
        List<UUID> owners = new ArrayList<>();
        List<UUID> skus = new ArrayList<>();
        skuIds.forEach((owner, asked) -> asked.forEach(skuId -> {
            owners.add(owner);
            skus.add(skuId);
        }));
        statement.setArray(1, uuids(statement, owners));
        statement.setArray(2, uuids(statement, skus));
    }

    int count(UUID owner) {
        return jdbc.prepareStatement(COUNT, (PreparedStatement statement) -> {
            statement.setObject(1, owner);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        });
    }

    void lock(UUID owner) {
        jdbc.prepareStatement(LOCK, (PreparedStatement statement) -> {
            statement.setString(1, owner.toString());
            return statement.execute();
        });
    }

    /** False when the cart is full. */
    boolean set(UUID owner, UUID skuId, int quantity, long seenFen) {
        return put(SET, owner, skuId, quantity, seenFen);
    }

    /** False when the cart is full. */
    boolean add(UUID owner, UUID skuId, int quantity, long seenFen) {
        return put(ADD, owner, skuId, quantity, seenFen);
    }

    private boolean put(String sql, UUID owner, UUID skuId, int quantity, long seenFen) {
        return jdbc.prepareStatement(sql, (PreparedStatement statement) -> {
            statement.setObject(1, owner);
            statement.setObject(2, skuId);
            statement.setInt(3, quantity);
            statement.setLong(4, seenFen);
            statement.setObject(5, owner);
            statement.setObject(6, skuId);
            statement.setInt(7, Carts.CART_LINES_MAX);
            return statement.executeUpdate() == 1;
        });
    }

    void remove(UUID owner, Set<UUID> skuIds) {
        jdbc.prepareStatement(REMOVE, (PreparedStatement statement) -> {
            statement.setObject(1, owner);
            statement.setArray(2, statement.getConnection().createArrayOf("uuid", skuIds.toArray()));
            return statement.executeUpdate();
        });
    }

    int clear(long days, int limit) {
        return jdbc.prepareStatement(CLEAR, (PreparedStatement statement) -> {
            statement.setLong(1, days);
            statement.setInt(2, limit);
            return statement.executeUpdate();
        });
    }

    void merge(UUID from, UUID to) {
        jdbc.prepareStatement(MERGE, (PreparedStatement statement) -> {
            statement.setObject(1, from);
            statement.setObject(2, to);
            statement.setObject(3, to);
            statement.setInt(4, Carts.CART_LINES_MAX);
            statement.setObject(5, to);
            return statement.executeUpdate();
        });
    }
}
