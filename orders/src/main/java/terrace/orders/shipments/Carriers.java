package terrace.orders.shipments;

import static terrace.marketplace.database.SqlArrays.texts;

import io.micronaut.data.connection.annotation.Connectable;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import terrace.orders.fulfilment.Courier;
import terrace.orders.purchases.Order;

/** Who carries what is to be sent, as far as it is known before it is sent. */
@Singleton
public class Carriers {
    private static final int PROVINCE_DIGITS = 2;
    /** What was sent before these says little of today. */
    private static final int LAST_SENT = 500;
    /** Orders are sent within days; older sheets are done with. */
    private static final int SHEET_DAYS = 30;

    private final JdbcOperations jdbc;

    Carriers(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** By order number; those of whom nothing is known are left out. */
    @Connectable
    public Map<String, Carrier> of(UUID merchantId, Collection<Order> orders) {
        Map<String, Courier> chosen =
                chosen(merchantId, orders.stream().map(Order::number).toList());
        Map<String, Courier> usual = usual(merchantId);
        Map<String, Carrier> carriers = new HashMap<>();
        for (Order order : orders) {
            Courier named = chosen.get(order.number());
            Courier last = usual.get(order.deliverTo().countyCode().substring(0, PROVINCE_DIGITS));
            if (named != null) {
                carriers.put(order.number(), new Carrier(named, true));
            } else if (last != null) {
                carriers.put(order.number(), new Carrier(last, false));
            }
        }
        return carriers;
    }

    /** The newest good row that names an order. */
    private Map<String, Courier> chosen(UUID merchantId, List<String> numbers) {
        return jdbc.prepareStatement("""
                select distinct on (r.order_number) r.order_number, r.courier
                from orders.shipment_sheet s join orders.shipment_sheet_row r on r.sheet_id = s.id
                where s.merchant_id = ? and s.received_at > marketplace.clock_now() - make_interval(days => ?)
                    and r.order_number = any(?) and cardinality(r.faults) = 0 and r.outcome is null
                order by r.order_number, s.received_at desc, r.number desc
                """, (PreparedStatement statement) -> {
            statement.setObject(1, merchantId);
            statement.setInt(2, SHEET_DAYS);
            statement.setArray(3, texts(statement, numbers));
            Map<String, Courier> found = new HashMap<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    String number = row.getString(1);
                    RowRules.courier(row.getString(2)).ifPresent(courier -> found.put(number, courier));
                }
            }
            return found;
        });
    }

    /** By province: two digits. */
    private Map<String, Courier> usual(UUID merchantId) {
        return jdbc.prepareStatement("""
                select distinct on (province) left(p.county_code, 2) as province, o.courier
                from (select purchase_id, courier, shipped_at from orders.customer_order
                    where merchant_id = ? and courier is not null order by placed_at desc limit ?) o
                join orders.purchase p on p.id = o.purchase_id
                order by province, o.shipped_at desc
                """, (PreparedStatement statement) -> {
            statement.setObject(1, merchantId);
            statement.setInt(2, LAST_SENT);
            Map<String, Courier> found = new HashMap<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    String province = row.getString(1);
                    Optional<Courier> courier = Courier.byCode(row.getString(2));
                    courier.ifPresent(known -> found.put(province, known));
                }
            }
            return found;
        });
    }
}
