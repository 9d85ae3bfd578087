package terrace.orders.takings;

import static terrace.marketplace.database.SqlArrays.uuids;

import io.micronaut.data.connection.annotation.Connectable;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What merchants took; each order is one merchant's, so that sums over merchants count nothing twice. */
@Singleton
public class Takings {

    private static final String TAKEN = """
            select o.merchant_id, count(*) as orders, sum(n.fen)::bigint as fen
            from orders.customer_order o cross join lateral (
                select coalesce(sum(l.amount_fen - l.discount_fen - coalesce(r.reversed_fen, 0)), 0) as fen
                from orders.order_line l left join orders.line_reversed r
                    on r.order_id = l.order_id and r.position = l.position
                where l.order_id = o.id) n
            where o.merchant_id = any(?) and o.placed_at >= ? and o.paid_at is not null
            group by o.merchant_id
            """;

    private static final String HELPED = """
            select count(distinct o.id) as orders,
                coalesce(sum(l.amount_fen - l.discount_fen - coalesce(r.reversed_fen, 0)), 0)::bigint as fen
            from (select distinct order_id, position from orders.line_share
                where bearer = 'ORGANISER' and bearer_id = ? and coupon_id is not null) s
            join orders.customer_order o on o.id = s.order_id and o.paid_at >= ? and o.paid_at < ?
            join orders.order_line l on l.order_id = s.order_id and l.position = s.position
            left join orders.line_reversed r on r.order_id = l.order_id and r.position = l.position
            """;

    private final JdbcOperations jdbc;

    Takings(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** By merchant; who took nothing is left out. */
    @Connectable
    public Map<UUID, Taken> since(Instant from, Set<UUID> merchantIds) {
        return jdbc.prepareStatement(TAKEN, (PreparedStatement statement) -> {
            statement.setArray(1, uuids(statement, merchantIds));
            statement.setObject(2, OffsetDateTime.ofInstant(from, ZoneOffset.UTC));
            Map<UUID, Taken> found = new HashMap<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.put(
                            row.getObject("merchant_id", UUID.class),
                            new Taken(row.getLong("orders"), row.getLong("fen")));
                }
            }
            return found;
        });
    }

    /** The value of goods an organisation bore a part of by its coupons, paid from one moment until before another. */
    @Connectable
    public Taken helpedBy(UUID organiserId, Instant from, Instant until) {
        return jdbc.prepareStatement(HELPED, (PreparedStatement statement) -> {
            statement.setObject(1, organiserId);
            statement.setObject(2, OffsetDateTime.ofInstant(from, ZoneOffset.UTC));
            statement.setObject(3, OffsetDateTime.ofInstant(until, ZoneOffset.UTC));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new Taken(row.getLong("orders"), row.getLong("fen"));
            }
        });
    }
}
