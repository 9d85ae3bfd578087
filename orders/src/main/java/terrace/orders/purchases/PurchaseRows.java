package terrace.orders.purchases;

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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.orders.payment.PayableOutcome.EscrowShare;

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
                update orders.purchase set state = ?, closed_at = marketplace.clock_now() where id = ?
                returning id, closed_at)
            update orders.customer_order o set state = 'CANCELLED', closed_at = closed.closed_at
            from closed where o.purchase_id = closed.id
            """;
    /** The clock is read once, in a subquery, so that the index on what is due can be used. */
    private static final String DUE = """
            select id from orders.purchase
            where state = 'AWAITING_PAYMENT' and pay_by <= (select marketplace.clock_now()) order by pay_by limit ?
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
            Instant placedAt,
            Instant payBy,
            @Nullable Instant paidAt,
            @Nullable UUID paidBy,
            @Nullable Instant closedAt) {}

    Optional<Row> byId(UUID id) {
        return one(id, "");
    }

    /** Locked until the transaction ends; everything that decides over a purchase passes here. */
    Optional<Row> lock(UUID id) {
        return one(id, " for update");
    }

    /** Empty too while somebody else holds it. */
    Optional<Row> lockIfFree(UUID id) {
        return one(id, " for update skip locked");
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
        jdbc.prepareStatement(CLOSE, (PreparedStatement statement) -> {
            statement.setString(1, state.name());
            statement.setObject(2, id);
            return statement.executeUpdate();
        });
    }

    List<EscrowShare> shares(UUID id) {
        String sql = "select id, merchant_id, total_fen from orders.customer_order where purchase_id = ? order by id";
        return jdbc.prepareStatement(sql, (PreparedStatement statement) -> {
            statement.setObject(1, id);
            List<EscrowShare> shares = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    shares.add(new EscrowShare(uuid(row, "id"), uuid(row, "merchant_id"), row.getLong("total_fen")));
                }
            }
            return shares;
        });
    }

    /** Unpaid past their time, the longest overdue first. */
    @Connectable
    List<UUID> due(int limit) {
        return jdbc.prepareStatement(DUE, (PreparedStatement statement) -> {
            statement.setInt(1, limit);
            List<UUID> ids = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    ids.add(uuid(row, "id"));
                }
            }
            return ids;
        });
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
                instant(row, "placed_at"),
                instant(row, "pay_by"),
                instantOrNull(row, "paid_at"),
                row.getObject("paid_by", UUID.class),
                instantOrNull(row, "closed_at"));
    }
}
