package terrace.orders.returns;

import io.micronaut.data.connection.annotation.Connectable;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import terrace.orders.purchases.OpenOrder;

/** Finds the coupons of which, with an order, the last line is called off. */
@Singleton
class UndoneCoupons {
    private static final String UNDONE = """
            select distinct s.coupon_id from orders.line_share s
            where s.order_id = ? and s.coupon_id is not null and not exists (
                select from orders.customer_order o join orders.line_share other on other.order_id = o.id
                where o.purchase_id = ? and o.id <> ? and o.state <> 'CANCELLED' and other.coupon_id = s.coupon_id)
            """;

    private final JdbcOperations jdbc;

    UndoneCoupons(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** The purchase is held fast by the caller. */
    @Connectable
    Set<UUID> by(OpenOrder order) {
        return jdbc.prepareStatement(UNDONE, statement -> {
            statement.setObject(1, order.id());
            statement.setObject(2, order.purchaseId());
            statement.setObject(3, order.id());
            Set<UUID> undone = new HashSet<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    undone.add(row.getObject(1, UUID.class));
                }
            }
            return undone;
        });
    }
}
