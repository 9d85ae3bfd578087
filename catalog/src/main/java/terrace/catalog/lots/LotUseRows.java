package terrace.catalog.lots;

import static terrace.marketplace.database.SqlArrays.texts;
import static terrace.marketplace.database.SqlArrays.uuids;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.UUID;

/** Keeps what was sent from which lot. */
@Singleton
class LotUseRows {
    /** More lots of one listing than this do not keep at the same time. */
    private static final int LOTS_MAX = 200;

    private static final String LEFT = """
            select l.*, l.grams - coalesce(
                (select sum(u.grams) from catalog.lot_use u where u.lot_id = l.id), 0) as left
            from catalog.lot l
            """;

    private final JdbcOperations jdbc;

    LotUseRows(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** Goods that left a lot. */
    record Use(UUID lotId, String reference, UUID skuId, long quantity, long grams, boolean beyond) {}

    /** Whoever sends goods of these listings waits for who came before, until the transaction ends. */
    void lock(SortedSet<UUID> listingIds) {
        for (UUID listing : listingIds) {
            jdbc.prepareStatement("select pg_advisory_xact_lock(hashtext('lot'), hashtext(?))", statement -> {
                statement.setString(1, listing.toString());
                return statement.execute();
            });
        }
    }

    /** Lots harvested since a day, which differs by listing; harvested first in front. */
    List<OpenLot> since(UUID merchantId, Map<UUID, LocalDate> days) {
        if (days.isEmpty()) {
            return List.of();
        }
        String sql = LEFT + """
                join unnest(?::uuid[], ?::text[]) as d (listing_id, since)
                    on d.listing_id = l.listing_id and l.harvested_on >= d.since::date
                where l.merchant_id = ? order by l.harvested_on, l.id limit ?
                """;
        return jdbc.prepareStatement(sql, statement -> {
            List<Map.Entry<UUID, LocalDate>> since = List.copyOf(days.entrySet());
            statement.setArray(
                    1, uuids(statement, since.stream().map(Map.Entry::getKey).toList()));
            statement.setArray(
                    2,
                    texts(
                            statement,
                            since.stream().map(day -> day.getValue().toString()).toList()));
            statement.setObject(3, merchantId);
            statement.setInt(4, LOTS_MAX);
            return lots(statement);
        });
    }

    Optional<OpenLot> one(UUID merchantId, UUID lotId) {
        return jdbc.prepareStatement(LEFT + "where l.merchant_id = ? and l.id = ?", statement -> {
            statement.setObject(1, merchantId);
            statement.setObject(2, lotId);
            return lots(statement).stream().findFirst();
        });
    }

    /** Where goods of these references were said to come from before. */
    Map<String, List<Origin>> known(Collection<String> references) {
        return jdbc.prepareStatement("""
                select u.reference, u.lot_id, l.code, l.harvested_on, u.quantity
                from catalog.lot_use u join catalog.lot l on l.id = u.lot_id
                where u.reference = any(?) order by l.harvested_on, l.id
                """, (PreparedStatement statement) -> {
            statement.setArray(1, texts(statement, references));
            Map<String, List<Origin>> known = new HashMap<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    known.computeIfAbsent(row.getString("reference"), unseen -> new ArrayList<>())
                            .add(new Origin(
                                    row.getObject("lot_id", UUID.class),
                                    row.getString("code"),
                                    row.getObject("harvested_on", LocalDate.class),
                                    row.getLong("quantity")));
                }
            }
            return known;
        });
    }

    void add(List<Use> uses) {
        if (uses.isEmpty()) {
            return;
        }
        jdbc.prepareStatement("""
                insert into catalog.lot_use (lot_id, reference, sku_id, quantity, grams, beyond)
                values (?, ?, ?, ?, ?, ?)
                """, statement -> {
            for (Use use : uses) {
                statement.setObject(1, use.lotId());
                statement.setString(2, use.reference());
                statement.setObject(3, use.skuId());
                statement.setLong(4, use.quantity());
                statement.setLong(5, use.grams());
                statement.setBoolean(6, use.beyond());
                statement.addBatch();
            }
            return statement.executeBatch();
        });
    }

    Map<UUID, Long> sent(Set<UUID> lotIds) {
        return jdbc.prepareStatement(
                "select lot_id, sum(grams)::bigint from catalog.lot_use where lot_id = any(?) group by lot_id",
                (PreparedStatement statement) -> {
                    statement.setArray(1, uuids(statement, lotIds));
                    Map<UUID, Long> sent = new HashMap<>();
                    try (ResultSet row = statement.executeQuery()) {
                        while (row.next()) {
                            sent.put(row.getObject(1, UUID.class), row.getLong(2));
                        }
                    }
                    return sent;
                });
    }

    private static List<OpenLot> lots(PreparedStatement statement) throws SQLException {
        List<OpenLot> found = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                found.add(new OpenLot(LotRows.lot(row), row.getLong("left")));
            }
        }
        return found;
    }
}
