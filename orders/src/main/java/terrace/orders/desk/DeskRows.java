package terrace.orders.desk;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Counts and finds a merchant's orders by their indexes. */
@Singleton
class DeskRows {
    /** Every count stops at its limit; the clock is read once. */
    private static final String TALLY = """
            with asked as (select ?::uuid as merchant_id, marketplace.clock_now() as now, ?::timestamptz as tomorrow,
                ?::bigint as most)
            select
                (select count(*) from (select from orders.customer_order o where o.merchant_id = a.merchant_id
                    and o.state in ('TO_SHIP', 'PARTLY_SHIPPED') limit a.most) c) as to_ship,
                (select count(*) from (select from orders.customer_order o where o.merchant_id = a.merchant_id
                    and o.state in ('TO_SHIP', 'PARTLY_SHIPPED') and o.ship_by < a.now
                    limit a.most) c) as late,
                (select count(*) from (select from orders.customer_order o where o.merchant_id = a.merchant_id
                    and o.state in ('TO_SHIP', 'PARTLY_SHIPPED') and o.ship_by >= a.now
                    and o.ship_by < a.tomorrow limit a.most) c) as tonight,
                (select count(*) from (select from orders.customer_order o where o.merchant_id = a.merchant_id
                    and o.state = 'SHIPPED' limit a.most) c) as shipped,
                (select coalesce(sum(o.total_fen - o.discount_fen), 0) from orders.customer_order o
                    where o.merchant_id = a.merchant_id
                        and o.state in ('TO_SHIP', 'PARTLY_SHIPPED', 'SHIPPED')) as escrow_fen
            from asked a
            """;

    private final JdbcOperations jdbc;

    DeskRows(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    Tally tally(UUID merchantId, Instant tomorrow, int most) {
        return jdbc.prepareStatement(TALLY, (PreparedStatement statement) -> {
            statement.setObject(1, merchantId);
            statement.setObject(2, tomorrow.atOffset(ZoneOffset.UTC));
            statement.setInt(3, most);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new Tally(
                        row.getInt("to_ship"),
                        row.getInt("late"),
                        row.getInt("tonight"),
                        row.getInt("shipped"),
                        row.getLong("escrow_fen"));
            }
        });
    }

    List<String> soldEarly(UUID merchantId, UUID skuId, LocalDate day, int limit) {
        return jdbc.prepareStatement("""
                select o.number from orders.order_line l join orders.customer_order o on o.id = l.order_id
                where l.sku_id = ? and l.ships_from = ? and o.merchant_id = ? and o.state = 'TO_SHIP'
                order by o.paid_at desc, o.id desc limit ?
                """, (PreparedStatement statement) -> {
            statement.setObject(1, skuId);
            statement.setObject(2, day);
            statement.setObject(3, merchantId);
            statement.setInt(4, limit);
            List<String> numbers = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    numbers.add(row.getString(1));
                }
            }
            return numbers;
        });
    }

    /** The keyset is the order of the number given itself; somebody else's number gives nothing. */
    List<String> numbers(
            UUID merchantId, OrderFilter filter, @Nullable String province, @Nullable String after, int limit) {
        String key = filter.byDeadline() ? "(o.ship_by, o.id)" : "(o.placed_at, o.id)";
        StringBuilder sql = new StringBuilder("select o.number from orders.customer_order o ");
        if (province != null) {
            sql.append("join orders.purchase p on p.id = o.purchase_id and p.county_code like ? ");
        }
        sql.append("where o.merchant_id = ? and o.state in (")
                .append(filter.states().stream().map(state -> "'" + state + "'").collect(Collectors.joining(", ")))
                .append(")");
        if (filter == OrderFilter.LATE) {
            sql.append(" and o.ship_by < (select marketplace.clock_now())");
        }
        if (after != null) {
            sql.append(" and ").append(key).append(filter.byDeadline() ? " > " : " < ");
            sql.append("(select ").append(filter.byDeadline() ? "ship_by" : "placed_at");
            sql.append(", id from orders.customer_order where number = ? and merchant_id = ?)");
        }
        sql.append(filter.byDeadline() ? " order by o.ship_by, o.id" : " order by o.placed_at desc, o.id desc");
        sql.append(" limit ?");
        return jdbc.prepareStatement(sql.toString(), (PreparedStatement statement) -> {
            int next = 1;
            if (province != null) {
                statement.setString(next++, province + "%");
            }
            statement.setObject(next++, merchantId);
            if (after != null) {
                statement.setString(next++, after);
                statement.setObject(next++, merchantId);
            }
            statement.setInt(next, limit);
            List<String> numbers = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    numbers.add(row.getString(1));
                }
            }
            return numbers;
        });
    }
}
