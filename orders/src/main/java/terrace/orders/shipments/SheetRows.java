package terrace.orders.shipments;

import static terrace.marketplace.database.SqlArrays.texts;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.orders.purchases.OrderState;
import terrace.orders.shipments.RowRules.Standing;
import terrace.orders.shipments.ShipmentRow.Outcome;

/** Keeps sheets and their rows. */
@Singleton
class SheetRows {
    private final JdbcOperations jdbc;

    SheetRows(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** How those of these orders stand that are this merchant's. */
    @Transactional(readOnly = true)
    Map<String, Standing> standings(UUID merchantId, Collection<String> numbers) {
        return jdbc.prepareStatement("""
                select o.number, o.state, array(select p.courier || ' ' || p.tracking_number
                    from orders.parcel p where p.order_id = o.id) as sent
                from orders.customer_order o where o.merchant_id = ? and o.number = any(?)
                """, (PreparedStatement statement) -> {
            statement.setObject(1, merchantId);
            statement.setArray(2, texts(statement, numbers));
            Map<String, Standing> found = new HashMap<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.put(
                            row.getString("number"),
                            new Standing(OrderState.valueOf(row.getString("state")), Set.of((String[])
                                    row.getArray("sent").getArray())));
                }
            }
            return found;
        });
    }

    @Transactional
    void add(UUID id, UUID merchantId, UUID actor, List<ShipmentRow> rows) {
        jdbc.prepareStatement(
                "insert into orders.shipment_sheet (id, merchant_id, actor) values (?, ?, ?)", statement -> {
                    statement.setObject(1, id);
                    statement.setObject(2, merchantId);
                    statement.setObject(3, actor);
                    return statement.executeUpdate();
                });
        jdbc.prepareStatement("""
                insert into orders.shipment_sheet_row
                    (sheet_id, number, order_number, courier, tracking, faults, outcome)
                values (?, ?, ?, ?, ?, ?, ?)
                """, statement -> {
            for (ShipmentRow row : rows) {
                statement.setObject(1, id);
                statement.setInt(2, row.number());
                statement.setString(3, row.order());
                statement.setString(4, row.courier());
                statement.setString(5, row.tracking());
                statement.setArray(6, texts(statement, stored(row.faults())));
                statement.setString(
                        7, row.outcome() == null ? null : row.outcome().name());
                statement.addBatch();
            }
            return statement.executeBatch();
        });
    }

    @Transactional(readOnly = true)
    Optional<ShipmentSheet> ofMerchant(UUID merchantId, UUID id) {
        return sheets("merchant_id = ? and id = ?", merchantId, id).stream().findFirst();
    }

    @Transactional(readOnly = true)
    List<ShipmentSheet> newest(UUID merchantId, int limit) {
        return sheets("merchant_id = ? order by received_at desc limit ?", merchantId, limit);
    }

    private List<ShipmentSheet> sheets(String where, Object... parameters) {
        return jdbc.prepareStatement("""
            select s.id, s.merchant_id, s.received_at, count(r.number) as total,
                count(r.number) filter (where cardinality(r.faults) > 0) as bad,
                count(r.number) filter (where cardinality(r.faults) = 0 and r.outcome is null) as open,
                count(r.number) filter (where r.outcome = 'SHIPPED') as shipped,
                count(r.number) filter (where r.outcome = 'SAME') as same
            from (select * from orders.shipment_sheet where %s) s
            left join orders.shipment_sheet_row r on r.sheet_id = s.id
            group by s.id, s.merchant_id, s.received_at order by s.received_at desc
            """.formatted(where), (PreparedStatement statement) -> {
            for (int at = 0; at < parameters.length; at++) {
                statement.setObject(at + 1, parameters[at]);
            }
            List<ShipmentSheet> found = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(new ShipmentSheet(
                            row.getObject("id", UUID.class),
                            row.getObject("merchant_id", UUID.class),
                            row.getObject("received_at", OffsetDateTime.class).toInstant(),
                            row.getInt("total"),
                            row.getInt("bad"),
                            row.getInt("open"),
                            row.getInt("shipped"),
                            row.getInt("same")));
                }
            }
            return found;
        });
    }

    /** Rows with something to mend. */
    @Transactional(readOnly = true)
    List<ShipmentRow> bad(UUID sheetId) {
        return rows(sheetId, "cardinality(faults) > 0");
    }

    /** Good rows not sent yet. */
    @Transactional(readOnly = true)
    List<ShipmentRow> open(UUID sheetId) {
        return rows(sheetId, "cardinality(faults) = 0 and outcome is null");
    }

    private List<ShipmentRow> rows(UUID sheetId, String where) {
        String sql = "select * from orders.shipment_sheet_row where sheet_id = ? and " + where + " order by number";
        return jdbc.prepareStatement(sql, (PreparedStatement statement) -> {
            statement.setObject(1, sheetId);
            List<ShipmentRow> found = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(row(row));
                }
            }
            return found;
        });
    }

    /** Says what became of a row; the first word stands. */
    @Transactional
    void done(UUID sheetId, int number, Outcome outcome, List<ShipmentFault> faults) {
        jdbc.prepareStatement("""
                update orders.shipment_sheet_row set outcome = ?, faults = ?
                where sheet_id = ? and number = ? and outcome is null
                """, statement -> {
            statement.setString(1, outcome.name());
            statement.setArray(2, texts(statement, stored(faults)));
            statement.setObject(3, sheetId);
            statement.setInt(4, number);
            return statement.executeUpdate();
        });
    }

    private static List<String> stored(List<ShipmentFault> faults) {
        return faults.stream().map(ShipmentFault::stored).toList();
    }

    private static ShipmentRow row(ResultSet row) throws SQLException {
        @Nullable String outcome = row.getString("outcome");
        return new ShipmentRow(
                row.getInt("number"),
                row.getString("order_number"),
                row.getString("courier"),
                row.getString("tracking"),
                Arrays.stream((String[]) row.getArray("faults").getArray())
                        .map(ShipmentFault::of)
                        .toList(),
                outcome == null ? null : Outcome.valueOf(outcome));
    }
}
