package terrace.catalog.sheets;

import static terrace.marketplace.database.SqlArrays.texts;

import io.micronaut.data.connection.annotation.Connectable;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Which listing a merchant means by a code. */
@Singleton
class SheetCodes {
    private final JdbcOperations jdbc;

    SheetCodes(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** One import of a merchant at a time, so that no code is given twice; until the transaction ends. */
    void lock(UUID merchantId) {
        jdbc.prepareStatement("select pg_advisory_xact_lock(hashtext('sheet'), hashtext(?))", statement -> {
            statement.setString(1, merchantId.toString());
            return statement.execute();
        });
    }

    @Connectable
    Map<String, UUID> listings(UUID merchantId, Collection<String> codes) {
        return jdbc.prepareStatement(
                "select code, listing_id from catalog.sheet_code where merchant_id = ? and code = any(?)",
                statement -> {
                    statement.setObject(1, merchantId);
                    statement.setArray(2, texts(statement, codes));
                    Map<String, UUID> found = new HashMap<>();
                    try (ResultSet rows = statement.executeQuery()) {
                        while (rows.next()) {
                            found.put(rows.getString(1), rows.getObject(2, UUID.class));
                        }
                    }
                    return found;
                });
    }

    /** Gives a code to every listing of the merchant that has none; the same one each time. */
    void complete(UUID merchantId) {
        jdbc.prepareStatement("""
                insert into catalog.sheet_code (merchant_id, code, listing_id)
                select l.merchant_id, 'T-' || upper(right(replace(l.id::text, '-', ''), 12)), l.id
                from catalog.listing l
                where l.merchant_id = ? and not exists (
                    select from catalog.sheet_code c where c.listing_id = l.id)
                on conflict do nothing
                """, statement -> {
            statement.setObject(1, merchantId);
            return statement.executeUpdate();
        });
    }

    /** The merchant's listings with their codes, by code, those after the one given. */
    Map<String, UUID> page(UUID merchantId, String after, int limit) {
        return jdbc.prepareStatement("""
                select code, listing_id from catalog.sheet_code
                where merchant_id = ? and code > ? order by code limit ?
                """, statement -> {
            statement.setObject(1, merchantId);
            statement.setString(2, after);
            statement.setInt(3, limit);
            Map<String, UUID> found = new LinkedHashMap<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.put(rows.getString(1), rows.getObject(2, UUID.class));
                }
            }
            return found;
        });
    }

    void add(UUID merchantId, Map<String, UUID> listings) {
        jdbc.prepareStatement(
                "insert into catalog.sheet_code (merchant_id, code, listing_id) values (?, ?, ?)", statement -> {
                    for (Map.Entry<String, UUID> entry : listings.entrySet()) {
                        statement.setObject(1, merchantId);
                        statement.setString(2, entry.getKey());
                        statement.setObject(3, entry.getValue());
                        statement.addBatch();
                    }
                    return statement.executeBatch();
                });
    }
}
