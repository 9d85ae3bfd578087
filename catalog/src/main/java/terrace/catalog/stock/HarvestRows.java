package terrace.catalog.stock;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps harvests, and the quota they open in a SKU's stock. */
@Singleton
class HarvestRows {
    private static final String HARVESTS = """
            select h.*, case h.state when 'OPEN' then s.quota else 0 end as quota,
                case h.state when 'OPEN' then s.promised else h.sold end as promised
            from catalog.harvest h join catalog.stock s on s.sku_id = h.sku_id
            """;

    private final JdbcOperations jdbc;

    HarvestRows(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** How the quota of a SKU stands. */
    record Quota(long quota, long promised) {}

    Quota quota(UUID skuId) {
        return jdbc.prepareStatement("select quota, promised from catalog.stock where sku_id = ?", statement -> {
            statement.setObject(1, skuId);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new Quota(row.getLong(1), row.getLong(2));
            }
        });
    }

    /** The stock's row is locked already. */
    void open(UUID skuId, long quota, LocalDate shipsFrom) {
        jdbc.prepareStatement("update catalog.stock set quota = ?, ships_from = ? where sku_id = ?", statement -> {
            statement.setLong(1, quota);
            statement.setObject(2, shipsFrom);
            statement.setObject(3, skuId);
            return statement.executeUpdate();
        });
    }

    /** Ends selling early; what was promised is owed by the harvest from now on. */
    void close(UUID skuId) {
        jdbc.prepareStatement(
                "update catalog.stock set quota = 0, promised = 0, ships_from = null where sku_id = ?", statement -> {
                    statement.setObject(1, skuId);
                    return statement.executeUpdate();
                });
    }

    /** Pieces sold early that somebody is paying for. */
    long unpaid(UUID skuId) {
        return jdbc.prepareStatement("""
                select coalesce(sum(l.quantity), 0) from catalog.hold_line l join catalog.hold h using (purchase_id)
                where l.sku_id = ? and l.ships_from is not null and h.state = 'HELD'
                """, statement -> {
            statement.setObject(1, skuId);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    boolean isExpected(UUID skuId) {
        return jdbc.prepareStatement(
                "select from catalog.harvest where sku_id = ? and state = 'OPEN'", (PreparedStatement statement) -> {
                    statement.setObject(1, skuId);
                    try (ResultSet row = statement.executeQuery()) {
                        return row.next();
                    }
                });
    }

    void add(UUID merchantId, NewHarvest harvest, UUID actor) {
        jdbc.prepareStatement("""
                insert into catalog.harvest
                    (id, merchant_id, listing_id, sku_id, expected_on, expected, percent, stated_by)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """, statement -> {
            statement.setObject(1, harvest.id());
            statement.setObject(2, merchantId);
            statement.setObject(3, harvest.listingId());
            statement.setObject(4, harvest.skuId());
            statement.setObject(5, harvest.expectedOn());
            statement.setLong(6, harvest.expected());
            statement.setInt(7, harvest.percent());
            statement.setObject(8, actor);
            return statement.executeUpdate();
        });
    }

    void change(UUID id, long expected, int percent) {
        jdbc.prepareStatement("update catalog.harvest set expected = ?, percent = ? where id = ?", statement -> {
            statement.setLong(1, expected);
            statement.setInt(2, percent);
            statement.setObject(3, id);
            return statement.executeUpdate();
        });
    }

    void arrive(UUID id, long sold, long pieces) {
        jdbc.prepareStatement("""
                update catalog.harvest set state = 'CONFIRMED', sold = ?, arrived = arrived + ? where id = ?
                """, statement -> {
            statement.setLong(1, sold);
            statement.setLong(2, pieces);
            statement.setObject(3, id);
            return statement.executeUpdate();
        });
    }

    Optional<Harvest> ofMerchant(UUID merchantId, UUID id) {
        return harvests("where h.merchant_id = ? and h.id = ?", merchantId, id).stream()
                .findFirst();
    }

    /** Those with something missing first, then the newest. */
    List<Harvest> ofMerchant(UUID merchantId, int limit) {
        return harvests("""
                where h.merchant_id = ?
                order by case h.state when 'OPEN' then s.promised > h.expected else h.sold > h.arrived end desc,
                    h.id desc
                limit ?
                """, merchantId, limit);
    }

    private List<Harvest> harvests(String where, Object... parameters) {
        return jdbc.prepareStatement(HARVESTS + where, (PreparedStatement statement) -> {
            for (int at = 0; at < parameters.length; at++) {
                statement.setObject(at + 1, parameters[at]);
            }
            List<Harvest> found = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(harvest(row));
                }
            }
            return found;
        });
    }

    private static Harvest harvest(ResultSet row) throws SQLException {
        return new Harvest(
                row.getObject("id", UUID.class),
                row.getObject("listing_id", UUID.class),
                row.getObject("sku_id", UUID.class),
                row.getObject("expected_on", LocalDate.class),
                row.getLong("expected"),
                row.getInt("percent"),
                row.getString("state").equals("OPEN"),
                row.getLong("quota"),
                row.getLong("promised"),
                row.getLong("arrived"));
    }
}
