package terrace.orders.reversals;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.orders.reversals.SoldLine.Payer;

/** What was paid of each line by whom, and what has gone back. */
@Singleton
class ReversalRows {
    private static final String CASH = """
            select l.position, l.amount_fen - l.discount_fen - l.subsidy_fen as fen
            from orders.order_line l where l.order_id = ?
            union all select 0, o.freight_fen from orders.customer_order o where o.id = ?
            order by position
            """;
    private static final String SHARES = """
            select s.position, s.bearer, s.bearer_id, s.coupon_id, sum(s.fen) as fen from orders.line_share s
            where s.order_id = ? and s.bearer <> 'MERCHANT' and s.fen > 0
            group by s.position, s.bearer, s.bearer_id, s.coupon_id order by 1, 2, 3, 4
            """;
    private static final String HAD = """
            select p.position, p.bearer, p.bearer_id, p.coupon_id, sum(p.fen) as fen
            from orders.reversal r join orders.reversal_part p on p.reversal_id = r.id
            where r.order_id = ? group by p.position, p.bearer, p.bearer_id, p.coupon_id
            """;
    private static final String INSERT = """
            insert into orders.reversal (id, request_key, order_id, cause, reason, actor, accepted, fen, cash_fen,
                commission_fen, refund_id)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String LINE = """
            insert into orders.line_reversed (order_id, position, net_fen, cash_fen, reversed_fen, reversed_cash_fen)
            values (?, ?, ?, ?, ?, ?)
            on conflict (order_id, position) do update set reversed_fen = line_reversed.reversed_fen + ?,
                reversed_cash_fen = line_reversed.reversed_cash_fen + ?
            """;
    private static final String DISPUTED = """
            select o.total_fen - o.discount_fen - o.subsidy_fen
                - coalesce((select sum(cash_fen) from orders.reversal r where r.order_id = o.id), 0)
                - d.fen as left_fen
            from orders.customer_order o
                join (select order_id, sum(fen) as fen from orders.dispute where state <> 'WON' group by order_id) d
                on d.order_id = o.id
            where o.id = ?
            """;
    private static final String PAYMENT = """
            select y.id, y.bank_intent from orders.purchase p join orders.payment y on y.id = p.paid_by where p.id = ?
            """;

    private final JdbcOperations jdbc;

    ReversalRows(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** The payment that paid, and the bank's id of the charge. */
    record Paid(UUID paymentId, String bankIntent) {}

    /** The market's time, read by this transaction's own connection. */
    Instant now() {
        return jdbc.prepareStatement("select marketplace.clock_now()", statement -> {
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getObject(1, OffsetDateTime.class).toInstant();
            }
        });
    }

    SortedMap<Integer, SoldLine> lines(UUID orderId) {
        SortedMap<Integer, SoldLine> lines = new TreeMap<>();
        read(
                CASH,
                row -> {
                    Map<Payer, Long> paid = new LinkedHashMap<>();
                    paid.put(Payer.BUYER, row.getLong("fen"));
                    return lines.put(
                            row.getInt("position"), new SoldLine(row.getInt("position"), paid, new HashMap<>()));
                },
                orderId,
                orderId);
        read(SHARES, row -> at(lines, row).paid().put(payer(row), row.getLong("fen")), orderId);
        read(HAD, row -> at(lines, row).had().put(payer(row), row.getLong("fen")), orderId);
        return lines;
    }

    private static SoldLine at(Map<Integer, SoldLine> lines, ResultSet row) throws SQLException {
        int position = row.getInt("position");
        return Optional.ofNullable(lines.get(position))
                .orElseThrow(() -> new IllegalStateException("a share of no line: " + position));
    }

    Optional<Reversal> byKey(String requestKey) {
        return jdbc.prepareStatement("select id from orders.reversal where request_key = ?", statement -> {
                    statement.setString(1, requestKey);
                    try (ResultSet row = statement.executeQuery()) {
                        return row.next() ? Optional.of(row.getObject(1, UUID.class)) : Optional.<UUID>empty();
                    }
                })
                .flatMap(id -> reversals("id", List.of(id)).stream().findFirst());
    }

    List<Reversal> ofOrders(Collection<UUID> orderIds) {
        return reversals("order_id", orderIds);
    }

    List<Reversal> byIds(Collection<UUID> ids) {
        return reversals("id", ids);
    }

    /** Goods, without freight, taken back before or after the money was the merchant's. */
    long goodsReversed(UUID orderId, boolean accepted) {
        return jdbc.prepareStatement("""
                select coalesce(sum(p.fen), 0)
                from orders.reversal r join orders.reversal_part p on p.reversal_id = r.id
                where r.order_id = ? and r.accepted = ? and p.position > 0
                """, statement -> {
            statement.setObject(1, orderId);
            statement.setBoolean(2, accepted);
            return one(statement);
        });
    }

    /** What the buyer paid, has not got back, and does not dispute at the bank; empty without a dispute. */
    OptionalLong undisputed(UUID orderId) {
        return jdbc.prepareStatement(DISPUTED, statement -> {
            statement.setObject(1, orderId);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? OptionalLong.of(Math.max(0, row.getLong("left_fen"))) : OptionalLong.empty();
            }
        });
    }

    long commissionReversed(UUID orderId) {
        return jdbc.prepareStatement(
                "select coalesce(sum(commission_fen), 0) from orders.reversal where order_id = ?", statement -> {
                    statement.setObject(1, orderId);
                    return one(statement);
                });
    }

    Paid payment(UUID purchaseId) {
        return jdbc.prepareStatement(PAYMENT, statement -> {
            statement.setObject(1, purchaseId);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    throw new IllegalStateException("no payment paid purchase " + purchaseId);
                }
                return new Paid(row.getObject(1, UUID.class), row.getString(2));
            }
        });
    }

    void insert(Reversal reversal, String requestKey, @Nullable UUID actor) {
        jdbc.prepareStatement(INSERT, statement -> {
            statement.setObject(1, reversal.id());
            statement.setString(2, requestKey);
            statement.setObject(3, reversal.orderId());
            statement.setString(4, reversal.cause().name());
            statement.setString(5, reversal.reason());
            statement.setObject(6, actor);
            statement.setBoolean(7, reversal.accepted());
            statement.setLong(8, reversal.fen());
            statement.setLong(9, reversal.cashFen());
            statement.setLong(10, reversal.commissionFen());
            statement.setObject(11, reversal.refundId());
            return statement.executeUpdate();
        });
        jdbc.prepareStatement("""
                insert into orders.reversal_part (reversal_id, position, bearer, bearer_id, coupon_id, fen)
                values (?, ?, ?, ?, ?, ?)
                """, statement -> {
            for (Reversal.Part part : reversal.parts()) {
                statement.setObject(1, reversal.id());
                statement.setInt(2, part.position());
                statement.setString(3, part.paidBy().name());
                statement.setObject(4, part.bearerId());
                statement.setObject(5, part.couponId());
                statement.setLong(6, part.fen());
                statement.addBatch();
            }
            return statement.executeBatch();
        });
    }

    /** The database refuses more than was paid. */
    void reverse(UUID orderId, SoldLine line, long fen, long cashFen) {
        jdbc.prepareStatement(LINE, statement -> {
            statement.setObject(1, orderId);
            statement.setInt(2, line.position());
            statement.setLong(3, line.netFen());
            statement.setLong(4, line.cashFen());
            statement.setLong(5, fen);
            statement.setLong(6, cashFen);
            statement.setLong(7, fen);
            statement.setLong(8, cashFen);
            return statement.executeUpdate();
        });
    }

    private List<Reversal> reversals(String column, Collection<UUID> ids) {
        String sql = """
                select r.*, p.position, p.bearer, p.bearer_id, p.coupon_id, p.fen as part_fen
                from orders.reversal r join orders.reversal_part p on p.reversal_id = r.id
                where r.%s = any(?) order by r.at, r.id, p.position, p.bearer, p.bearer_id, p.coupon_id
                """.formatted(column);
        return jdbc.prepareStatement(sql, statement -> {
            statement.setArray(1, statement.getConnection().createArrayOf("uuid", ids.toArray()));
            Map<UUID, Reversal> found = new LinkedHashMap<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    UUID id = row.getObject("id", UUID.class);
                    Reversal known = found.get(id);
                    if (known == null) {
                        known = reversal(row);
                        found.put(id, known);
                    }
                    Payer payer = payer(row);
                    known.parts()
                            .add(new Reversal.Part(
                                    row.getInt("position"),
                                    payer.paidBy(),
                                    payer.bearerId(),
                                    payer.couponId(),
                                    row.getLong("part_fen")));
                }
            }
            return List.copyOf(found.values());
        });
    }

    private static Reversal reversal(ResultSet row) throws SQLException {
        return new Reversal(
                row.getObject("id", UUID.class),
                row.getObject("order_id", UUID.class),
                Cause.valueOf(row.getString("cause")),
                row.getString("reason"),
                row.getBoolean("accepted"),
                row.getLong("fen"),
                row.getLong("cash_fen"),
                row.getLong("commission_fen"),
                row.getObject("refund_id", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                new ArrayList<>());
    }

    private static Payer payer(ResultSet row) throws SQLException {
        return new Payer(
                PaidBy.valueOf(row.getString("bearer")),
                row.getObject("bearer_id", UUID.class),
                row.getObject("coupon_id", UUID.class));
    }

    private static long one(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Does something with a row; what it answers is nobody's. */
    private interface Row {
        @Nullable
        Object each(ResultSet row) throws SQLException;
    }

    private void read(String sql, Row each, Object... parameters) {
        jdbc.prepareStatement(sql, (PreparedStatement statement) -> {
            for (int at = 0; at < parameters.length; at++) {
                statement.setObject(at + 1, parameters[at]);
            }
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    each.each(row);
                }
            }
            return parameters.length;
        });
    }
}
