package terrace.orders.purchases;

import static terrace.marketplace.database.SqlArrays.texts;
import static terrace.marketplace.database.SqlArrays.uuids;
import static terrace.orders.purchases.Columns.instant;
import static terrace.orders.purchases.Columns.instantOrNull;
import static terrace.orders.purchases.Columns.uuid;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.vault.Vault;

/** Reads orders: one statement for the orders, one for all their lines. */
@Singleton
class OrderRows {

    private static final String ORDERS = """
            select o.*, p.pay_by, p.recipient_sealed, p.phone_sealed, p.street_sealed, p.county_code
            from orders.customer_order o join orders.purchase p on p.id = o.purchase_id
            """;
    private static final String NEWEST_FIRST = " order by o.placed_at desc, o.id desc limit ?";

    private final JdbcOperations jdbc;
    private final Vault vault;

    OrderRows(JdbcOperations jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** Whose orders are asked for. */
    enum Side {
        MEMBER("member_id"),
        MERCHANT("merchant_id");

        private final String column;

        Side(String column) {
            this.column = column;
        }
    }

    List<Order> ofPurchase(UUID purchaseId) {
        return ofPurchases(Set.of(purchaseId));
    }

    List<Order> ofPurchases(Set<UUID> purchaseIds) {
        String sql = ORDERS + "where o.purchase_id = any(?) order by o.id";
        return read(Side.MEMBER, sql, statement -> statement.setArray(1, uuids(statement, purchaseIds)));
    }

    Optional<Order> byNumber(Side side, UUID who, String number) {
        String sql = ORDERS + "where o.number = ? and o." + side.column + " = ?";
        return read(side, sql, statement -> {
                    statement.setString(1, number);
                    statement.setObject(2, who);
                })
                .stream()
                .findFirst();
    }

    List<Order> byNumbers(Side side, UUID who, List<String> numbers) {
        String sql = ORDERS + "join unnest(?::text[]) with ordinality as n (number, at) on n.number = o.number where o."
                + side.column + " = ? order by n.at";
        return read(side, sql, statement -> {
            statement.setArray(1, texts(statement, numbers));
            statement.setObject(2, who);
        });
    }

    List<Order> page(Side side, UUID who, @Nullable OrderState state, @Nullable String after, int limit) {
        StringBuilder sql =
                new StringBuilder(ORDERS).append("where o.").append(side.column).append(" = ?");
        if (state != null) {
            sql.append(" and o.state = ?");
        }
        if (after != null) {
            // The keyset is the order of that number itself; somebody else's number gives nothing.
            sql.append(" and (o.placed_at, o.id) < (select placed_at, id from orders.customer_order")
                    .append(" where number = ? and ")
                    .append(side.column)
                    .append(" = ?)");
        }
        sql.append(NEWEST_FIRST);
        return read(side, sql.toString(), statement -> {
            int next = 1;
            statement.setObject(next++, who);
            if (state != null) {
                statement.setString(next++, state.name());
            }
            if (after != null) {
                statement.setString(next++, after);
                statement.setObject(next++, who);
            }
            statement.setInt(next, limit);
        });
    }

    Map<OrderState, Long> counts(Side side, UUID who) {
        String sql = "select state, count(*) from orders.customer_order where " + side.column + " = ? group by state";
        return jdbc.prepareStatement(sql, (PreparedStatement statement) -> {
            statement.setObject(1, who);
            Map<OrderState, Long> counts = new EnumMap<>(OrderState.class);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    counts.put(OrderState.valueOf(row.getString(1)), row.getLong(2));
                }
            }
            return counts;
        });
    }

    Map<UUID, String> numbers(Side side, UUID who, Set<UUID> ids) {
        String sql = "select id, number from orders.customer_order where id = any(?) and " + side.column + " = ?";
        return jdbc.prepareStatement(sql, (PreparedStatement statement) -> {
            statement.setArray(1, statement.getConnection().createArrayOf("uuid", ids.toArray()));
            statement.setObject(2, who);
            Map<UUID, String> numbers = new HashMap<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    numbers.put(uuid(row, "id"), row.getString("number"));
                }
            }
            return numbers;
        });
    }

    /** Fills in parameters. */
    private interface Filling {
        void fill(PreparedStatement statement) throws SQLException;
    }

    private List<Order> read(Side side, String sql, Filling filling) {
        List<Order> orders = jdbc.prepareStatement(sql, (PreparedStatement statement) -> {
            filling.fill(statement);
            List<Order> found = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(order(side, row));
                }
            }
            return found;
        });
        if (orders.isEmpty()) {
            return orders;
        }
        Map<UUID, List<OrderLine>> lines = lines(orders.stream().map(Order::id).toArray(UUID[]::new));
        return orders.stream()
                .map(order -> order.with(lines.getOrDefault(order.id(), List.of())))
                .toList();
    }

    Map<UUID, List<OrderLine>> lines(UUID... orderIds) {
        String sql = """
                select l.*, (select array_agg(concat_ws(' ', x.lot_id, x.code, x.harvested_on, x.quantity)
                        order by x.harvested_on, x.code)
                    from (select lot_id, code, harvested_on, sum(quantity) as quantity from orders.order_line_lot
                        where order_id = l.order_id and position = l.position group by 1, 2, 3) x) as lots,
                    (select array_agg(concat_ws(' ', s.bearer, coalesce(s.bearer_id::text, '-'),
                        coalesce(s.coupon_id::text, '-'), coalesce(s.campaign_id::text, '-'), s.fen)
                        order by s.bearer, s.coupon_id)
                    from orders.line_share s where s.order_id = l.order_id and s.position = l.position) as shares
                from orders.order_line l where l.order_id = any(?) order by l.order_id, l.position
                """;
        return jdbc.prepareStatement(sql, (PreparedStatement statement) -> {
            statement.setArray(1, statement.getConnection().createArrayOf("uuid", orderIds));
            List<OrderLine> lines = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    lines.add(line(row));
                }
            }
            return lines.stream().collect(Collectors.groupingBy(OrderLine::orderId));
        });
    }

    private Order order(Side side, ResultSet row) throws SQLException {
        OrderState state = OrderState.valueOf(row.getString("state"));
        return new Order(
                uuid(row, "id"),
                row.getString("number"),
                uuid(row, "purchase_id"),
                uuid(row, "member_id"),
                uuid(row, "merchant_id"),
                state,
                row.getLong("goods_fen"),
                row.getLong("freight_fen"),
                row.getLong("total_fen"),
                row.getLong("discount_fen"),
                row.getLong("subsidy_fen"),
                row.getInt("commission_basis_points"),
                instant(row, "placed_at"),
                instant(row, "pay_by"),
                instantOrNull(row, "paid_at"),
                instantOrNull(row, "ship_by"),
                shipment(row),
                instantOrNull(row, "accepted_at"),
                instantOrNull(row, "closed_at"),
                mayKnow(side, state) ? address(row) : DeliveryAddress.onlyCounty(row.getString("county_code")),
                List.of());
    }

    /** A merchant learns who the buyer is once there is something to send, and not before. */
    private static boolean mayKnow(Side side, OrderState state) {
        return side == Side.MEMBER || (state != OrderState.AWAITING_PAYMENT && state != OrderState.CANCELLED);
    }

    private DeliveryAddress address(ResultSet row) throws SQLException {
        return new DeliveryAddress(
                vault.open(row.getBytes("recipient_sealed")),
                vault.open(row.getBytes("phone_sealed")),
                row.getString("county_code"),
                vault.open(row.getBytes("street_sealed")));
    }

    static @Nullable Shipment shipment(ResultSet row) throws SQLException {
        String courier = row.getString("courier");
        return courier == null
                ? null
                : new Shipment(
                        courier,
                        row.getString("tracking_number"),
                        instant(row, "shipped_at"),
                        instant(row, "accept_by"));
    }

    private static OrderLine line(ResultSet row) throws SQLException {
        return new OrderLine(
                uuid(row, "order_id"),
                row.getInt("position"),
                uuid(row, "sku_id"),
                uuid(row, "listing_id"),
                row.getString("title"),
                row.getString("sku_name"),
                row.getLong("grams"),
                row.getString("county_code"),
                row.getString("motif"),
                lots(row.getArray("lots")),
                row.getString("vat_kind"),
                row.getLong("price_fen"),
                row.getInt("quantity"),
                row.getLong("amount_fen"),
                row.getLong("discount_fen"),
                row.getLong("subsidy_fen"),
                shares(row.getArray("shares")),
                row.getObject("ships_from", LocalDate.class));
    }

    private static List<LineShare> shares(@Nullable Array shares) throws SQLException {
        return shares == null
                ? List.of()
                : Arrays.stream((String[]) shares.getArray())
                        .map(LineShare::read)
                        .toList();
    }

    private static List<LotShare> lots(@Nullable Array lots) throws SQLException {
        if (lots == null) {
            return List.of();
        }
        List<LotShare> shares = new ArrayList<>();
        for (String lot : (String[]) lots.getArray()) {
            String[] parts = lot.split(" ", -1);
            shares.add(new LotShare(
                    UUID.fromString(parts[0]), parts[1], LocalDate.parse(parts[2]), Integer.parseInt(parts[3])));
        }
        return shares;
    }
}
