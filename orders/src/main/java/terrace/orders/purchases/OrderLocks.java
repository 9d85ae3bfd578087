package terrace.orders.purchases;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** Holds an order's row until the transaction ends. */
@Singleton
class OrderLocks {

    private static final String BY_ID = "select * from orders.customer_order where id = ? for update";
    private static final String OF_MERCHANT =
            "select * from orders.customer_order where number = ? and merchant_id = ? for update";
    private static final String OF_MEMBER =
            "select * from orders.customer_order where number = ? and member_id = ? for update";

    private static final String PURCHASE = """
            select p.id from orders.purchase p join orders.customer_order o on o.purchase_id = p.id
            where o.number = ? and ? in (o.member_id, o.merchant_id) for update of p
            """;

    private final JdbcOperations jdbc;

    OrderLocks(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    Optional<OpenOrder> ofMerchant(UUID merchantId, String number) {
        return read(OF_MERCHANT, number, merchantId);
    }

    Optional<OpenOrder> ofMember(UUID memberId, String number) {
        return read(OF_MEMBER, number, memberId);
    }

    Optional<OpenOrder> byId(UUID orderId) {
        return read(BY_ID, orderId);
    }

    Optional<OpenOrder> ifFree(UUID orderId) {
        return read(BY_ID + " skip locked", orderId);
    }

    void purchase(UUID who, String number) {
        jdbc.prepareStatement(PURCHASE, (PreparedStatement statement) -> {
            statement.setString(1, number);
            statement.setObject(2, who);
            return statement.execute();
        });
    }

    private Optional<OpenOrder> read(String sql, Object... parameters) {
        return jdbc.prepareStatement(sql, (PreparedStatement statement) -> {
            for (int index = 0; index < parameters.length; index++) {
                statement.setObject(index + 1, parameters[index]);
            }
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(order(row)) : Optional.empty();
            }
        });
    }

    private static OpenOrder order(ResultSet row) throws SQLException {
        return new OpenOrder(
                Columns.uuid(row, "id"),
                row.getString("number"),
                Columns.uuid(row, "purchase_id"),
                Columns.uuid(row, "member_id"),
                Columns.uuid(row, "merchant_id"),
                OrderState.valueOf(row.getString("state")),
                row.getLong("goods_fen"),
                row.getLong("total_fen"),
                row.getLong("discount_fen"),
                row.getInt("commission_basis_points"),
                OrderRows.shipment(row),
                Columns.instantOrNull(row, "accepted_at"));
    }
}
