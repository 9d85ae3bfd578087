package terrace.orders.purchases;

import static terrace.marketplace.database.SqlArrays.uuids;
import static terrace.orders.purchases.Columns.instant;
import static terrace.orders.purchases.Columns.instantOrNull;
import static terrace.orders.purchases.Columns.timestamp;
import static terrace.orders.purchases.Columns.uuid;

import io.micronaut.data.connection.annotation.Connectable;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The rows of purchases, each step of a purchase and its orders in one statement. */
@Singleton
class PurchaseRows {

    private static final String PAID = """
            with paid as (
                update orders.purchase set state = 'PAID', paid_at = ?, paid_by = ? where id = ?
                returning id, paid_at)
            update orders.customer_order o set state = 'TO_SHIP', paid_at = paid.paid_at,
                ship_by = make_interval(secs => ?) + greatest(paid.paid_at, (
                    select max(l.ships_from)::timestamp at time zone 'Asia/Shanghai'
                    from orders.order_line l where l.order_id = o.id))
            from paid where o.purchase_id = paid.id
            """;
    private static final String CLOSE = """
            with closed as (
                update orders.purchase set state = ?, closed_at = marketplace.clock_now()
                where id = any(?)
                returning id, closed_at)
            update orders.customer_order o set state = 'CANCELLED', closed_at = closed.closed_at
            from closed where o.purchase_id = closed.id
            """;
    /** The clock is read once, in a subquery, so that the index on what is due can be used. */
    private static final String DUE = """
            select id from orders.purchase
            where state = 'AWAITING_PAYMENT' and pay_by <= (select marketplace.clock_now())
            order by pay_by limit ? offset ?
            """;

    private static final String UNPAID = """
            select purchase_id from orders.customer_order
            where merchant_id = ? and state = 'AWAITING_PAYMENT' and purchase_id > ? order by purchase_id limit ?
            """;
    private static final String LOCK_UNPAID = """
            select id, member_id from orders.purchase where id = any(?) and state = 'AWAITING_PAYMENT'
            order by id for update
            """;

    private final JdbcOperations jdbc;

    PurchaseRows(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** A purchase without its orders and its address. */
    record Row(
            UUID id,
            UUID memberId,
            PurchaseState state,
            long goodsFen,
            long freightFen,
            long totalFen,
            long discountFen,
            long subsidyFen,
            long donationFen,
            @Nullable String donationTo,
            long dueFen,
            Instant placedAt,
            Instant payBy,
            @Nullable Instant paidAt,
            @Nullable UUID paidBy,
            @Nullable Instant closedAt) {

        /** Whether coupons or points may be kept for it. */
        boolean reduced() {
            return discountFen + subsidyFen > 0;
        }
    }

    Optional<Row> byId(UUID id) {
        return one(id, "");
    }

    List<Row> byIds(Collection<UUID> ids) {
        return all(ids, "");
    }

    private List<Row> all(Collection<UUID> ids, String locking) {
        String sql = "select * from orders.purchase where id = any(?)" + locking;
        return jdbc.prepareStatement(sql, (PreparedStatement statement) -> {
            statement.setArray(1, uuids(statement, ids));
            List<Row> found = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(read(row));
                }
            }
            return found;
        });
    }

    Map<UUID, UUID> membersOf(Collection<UUID> ids) {
        String sql = "select id, member_id from orders.purchase where id = any(?)";
        return jdbc.prepareStatement(sql, (PreparedStatement statement) -> {
            statement.setArray(1, uuids(statement, ids));
            Map<UUID, UUID> members = new HashMap<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    members.put(uuid(row, "id"), uuid(row, "member_id"));
                }
            }
            return members;
        });
    }

    /** Locked until the transaction ends; everything that decides over a purchase passes here. */
    Optional<Row> lock(UUID id) {
        return one(id, " for update");
    }

    /**
     * Whether somebody has to let it be paid who has not. Asked after the lock, by a statement of its own: who asked
     * for approval held that lock, too.
     */
    boolean unapproved(UUID id) {
        String sql = "select from orders.purchase_approval where purchase_id = ? and state in ('ASKED', 'REFUSED')";
        return jdbc.prepareStatement(sql, (PreparedStatement statement) -> {
            statement.setObject(1, id);
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        });
    }

    /** Those of these that wait for money and that nobody else holds, locked in the order of their ids. */
    List<Row> lockFreeUnpaid(Collection<UUID> ids) {
        return all(ids, " and state = 'AWAITING_PAYMENT' order by id for update skip locked");
    }

    void pay(UUID id, UUID paymentId, Instant at) {
        jdbc.prepareStatement(PAID, (PreparedStatement statement) -> {
            statement.setObject(1, timestamp(at));
            statement.setObject(2, paymentId);
            statement.setObject(3, id);
            statement.setLong(4, Purchases.SHIP_WITHIN.toSeconds());
            return statement.executeUpdate();
        });
    }

    void close(UUID id, PurchaseState state) {
        closeAll(Set.of(id), state);
    }

    void closeAll(Set<UUID> ids, PurchaseState state) {
        jdbc.prepareStatement(CLOSE, (PreparedStatement statement) -> {
            statement.setString(1, state.name());
            statement.setArray(2, uuids(statement, ids));
            return statement.executeUpdate();
        });
    }

    /** Unpaid past their time, the longest overdue first, behind so many of them. */
    @Connectable
    List<UUID> due(int limit, int behind) {
        return jdbc.prepareStatement(DUE, (PreparedStatement statement) -> {
            statement.setInt(1, limit);
            statement.setInt(2, behind);
            return ids(statement);
        });
    }

    /** Purchases with an order of the merchant that waits for money, by id, after the one given. */
    @Connectable
    List<UUID> unpaidOfMerchant(UUID merchantId, UUID after, int limit) {
        return jdbc.prepareStatement(UNPAID, (PreparedStatement statement) -> {
            statement.setObject(1, merchantId);
            statement.setObject(2, after);
            statement.setInt(3, limit);
            return ids(statement);
        });
    }

    /** Those of these that wait for money, with who buys; all locked, in one order, until the transaction ends. */
    Map<UUID, UUID> lockUnpaid(Collection<UUID> ids) {
        Map<UUID, UUID> buyers = new HashMap<>();
        return pairs(LOCK_UNPAID, ids, (id, buyer) -> buyers.put(id, buyer), buyers);
    }

    /** By purchase, whose goods are in it. */
    Map<UUID, Set<UUID>> sellers(Collection<UUID> ids) {
        Map<UUID, Set<UUID>> sellers = new HashMap<>();
        String sql = "select purchase_id, merchant_id from orders.customer_order where purchase_id = any(?)";
        return pairs(
                sql,
                ids,
                (id, seller) ->
                        sellers.computeIfAbsent(id, any -> new HashSet<>()).add(seller),
                sellers);
    }

    private <T> T pairs(String sql, Collection<UUID> ids, BiConsumer<UUID, UUID> each, T all) {
        return jdbc.prepareStatement(sql, (PreparedStatement statement) -> {
            statement.setArray(1, uuids(statement, ids));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    each.accept(row.getObject(1, UUID.class), row.getObject(2, UUID.class));
                }
            }
            return all;
        });
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

    private Optional<Row> one(UUID id, String locking) {
        String sql = "select * from orders.purchase where id = ?" + locking;
        return jdbc.prepareStatement(sql, (PreparedStatement statement) -> {
            statement.setObject(1, id);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(read(row)) : Optional.empty();
            }
        });
    }

    private static Row read(ResultSet row) throws SQLException {
        return new Row(
                uuid(row, "id"),
                uuid(row, "member_id"),
                PurchaseState.valueOf(row.getString("state")),
                row.getLong("goods_fen"),
                row.getLong("freight_fen"),
                row.getLong("total_fen"),
                row.getLong("discount_fen"),
                row.getLong("subsidy_fen"),
                row.getLong("donation_fen"),
                row.getString("donation_to"),
                row.getLong("due_fen"),
                instant(row, "placed_at"),
                instant(row, "pay_by"),
                instantOrNull(row, "paid_at"),
                row.getObject("paid_by", UUID.class),
                instantOrNull(row, "closed_at"));
    }
}
