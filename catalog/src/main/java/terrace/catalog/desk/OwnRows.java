package terrace.catalog.desk;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.catalog.listings.Status;

/** Reads a merchant's goods by keyset. */
@Singleton
class OwnRows {
    private static final UUID HIGHEST = new UUID(-1, -1);

    private final JdbcOperations jdbc;

    OwnRows(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    List<OwnListing> page(UUID merchantId, GoodsState state, String word, @Nullable UUID after, int limit) {
        return jdbc.prepareStatement("""
                select l.id, l.title, coalesce(nullif(l.cover, ''), l.motif) as motif, l.county_code,
                    l.status, l.on_shelf, l.in_stock, l.version,
                    l.price_from_fen, l.sold,
                    exists (select from catalog.review r where r.listing_id = l.id and r.state = 'PENDING') as waiting,
                    exists (select from catalog.sku k join catalog.stock_watch w on w.sku_id = k.id
                        left join catalog.stock s on s.sku_id = k.id
                        where k.listing_id = l.id and coalesce(s.on_hand - s.held, 0) <= w.low_at) as low
                from catalog.listing l where l.merchant_id = ? and l.id < ? and %s
                    and (? = '' or position(lower(?) in lower(l.title)) > 0)
                order by l.id desc limit ?
                """.formatted(state.condition()), statement -> {
            statement.setObject(1, merchantId);
            statement.setObject(2, after == null ? HIGHEST : after);
            statement.setString(3, word);
            statement.setString(4, word);
            statement.setInt(5, limit);
            try (ResultSet rows = statement.executeQuery()) {
                List<OwnListing> page = new ArrayList<>();
                while (rows.next()) {
                    page.add(listing(rows));
                }
                return page;
            }
        });
    }

    private static OwnListing listing(ResultSet rows) throws SQLException {
        return new OwnListing(
                rows.getObject("id", UUID.class),
                rows.getString("title"),
                rows.getString("motif"),
                rows.getString("county_code"),
                Status.valueOf(rows.getString("status")),
                rows.getBoolean("on_shelf"),
                rows.getBoolean("in_stock"),
                rows.getLong("version"),
                rows.getLong("price_from_fen"),
                rows.getLong("sold"),
                rows.getBoolean("waiting"),
                rows.getBoolean("low"));
    }
}
