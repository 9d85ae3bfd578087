package terrace.catalog.lots;

import static terrace.marketplace.database.SqlArrays.uuids;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps lots. */
@Singleton
class LotRows {
    private static final UUID HIGHEST = new UUID(-1, -1);

    private final JdbcOperations jdbc;

    LotRows(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds nothing when id or code are taken. */
    void add(NewLot lot, UUID merchantId, String code, UUID actor) {
        jdbc.prepareStatement("""
                insert into catalog.lot (id, code, merchant_id, listing_id, harvested_on, county_code, village, grams,
                    certificate, test_report, recorded_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict do nothing
                """, statement -> {
            statement.setObject(1, lot.id());
            statement.setString(2, code);
            statement.setObject(3, merchantId);
            statement.setObject(4, lot.listingId());
            statement.setObject(5, lot.harvestedOn());
            statement.setString(6, lot.countyCode());
            statement.setString(7, lot.village().strip());
            statement.setLong(8, lot.grams());
            statement.setString(9, lot.certificate().strip());
            statement.setString(10, lot.testReport().strip());
            statement.setObject(11, actor);
            return statement.executeUpdate();
        });
    }

    @Nullable
    Lot byId(UUID id) {
        return first("id = ?", id);
    }

    List<Lot> byIds(Collection<UUID> ids) {
        return jdbc.prepareStatement("select * from catalog.lot where id = any(?)", statement -> {
            statement.setArray(1, uuids(statement, ids));
            return lots(statement.executeQuery());
        });
    }

    @Nullable
    Lot byCode(String code) {
        return first("code = ?", code);
    }

    @Nullable
    Lot newest(UUID listingId) {
        return first("listing_id = ? order by harvested_on desc, id desc limit 1", listingId);
    }

    Map<UUID, LocalDate> harvested(Collection<UUID> listingIds) {
        return jdbc.prepareStatement(
                "select listing_id, max(harvested_on) from catalog.lot where listing_id = any(?) group by listing_id",
                statement -> {
                    statement.setArray(1, uuids(statement, listingIds));
                    Map<UUID, LocalDate> days = new HashMap<>();
                    try (ResultSet rows = statement.executeQuery()) {
                        while (rows.next()) {
                            days.put(rows.getObject(1, UUID.class), rows.getObject(2, LocalDate.class));
                        }
                    }
                    return days;
                });
    }

    List<Lot> ofMerchant(UUID merchantId, @Nullable UUID after, int limit) {
        return jdbc.prepareStatement(
                "select * from catalog.lot where merchant_id = ? and id < ? order by id desc limit ?", statement -> {
                    statement.setObject(1, merchantId);
                    statement.setObject(2, after == null ? HIGHEST : after);
                    statement.setInt(3, limit);
                    return lots(statement.executeQuery());
                });
    }

    private @Nullable Lot first(String where, Object parameter) {
        return jdbc.prepareStatement("select * from catalog.lot where " + where, statement -> {
            statement.setObject(1, parameter);
            return lots(statement.executeQuery()).stream().findFirst().orElse(null);
        });
    }

    private static List<Lot> lots(ResultSet rows) throws SQLException {
        List<Lot> lots = new ArrayList<>();
        try (rows) {
            while (rows.next()) {
                lots.add(lot(rows));
            }
        }
        return lots;
    }

    static Lot lot(ResultSet rows) throws SQLException {
        return new Lot(
                rows.getObject("id", UUID.class),
                rows.getString("code"),
                rows.getObject("merchant_id", UUID.class),
                rows.getObject("listing_id", UUID.class),
                rows.getObject("harvested_on", LocalDate.class),
                rows.getString("county_code"),
                rows.getString("village"),
                rows.getLong("grams"),
                rows.getString("certificate"),
                rows.getString("test_report"),
                rows.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }
}
