package terrace.orders.purchases;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What was sold in a purchase, for those who count it: goods and money, nobody's address. */
@Singleton
class SoldLines {

    private static final String LINES = """
            select o.number, l.position, l.listing_id, l.quantity, l.grams * l.quantity as grams, l.amount_fen
            from orders.customer_order o join orders.order_line l on l.order_id = o.id
            where o.purchase_id = ? order by o.number, l.position
            """;

    private static final String NUMBERS =
            "select number from orders.customer_order where purchase_id = ? order by number";

    private static final String PROVINCE = "select substr(county_code, 1, 2) from orders.purchase where id = ?";

    private final JdbcOperations jdbc;

    SoldLines(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** All pieces of a line together, in grams and fen. */
    record SoldLine(String orderNumber, int position, UUID listingId, long quantity, long grams, long fen) {}

    List<SoldLine> ofPurchase(UUID purchaseId) {
        return jdbc.prepareStatement(LINES, (PreparedStatement statement) -> {
            statement.setObject(1, purchaseId);
            List<SoldLine> lines = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    lines.add(new SoldLine(
                            row.getString("number"),
                            row.getInt("position"),
                            Columns.uuid(row, "listing_id"),
                            row.getLong("quantity"),
                            row.getLong("grams"),
                            row.getLong("amount_fen")));
                }
            }
            return lines;
        });
    }

    List<String> orderNumbers(UUID purchaseId) {
        return jdbc.prepareStatement(NUMBERS, (PreparedStatement statement) -> {
            statement.setObject(1, purchaseId);
            List<String> numbers = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    numbers.add(row.getString("number"));
                }
            }
            return numbers;
        });
    }

    /** Where a purchase goes, two digits. */
    String provinceOf(UUID purchaseId) {
        return jdbc.prepareStatement(PROVINCE, (PreparedStatement statement) -> {
            statement.setObject(1, purchaseId);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        });
    }
}
