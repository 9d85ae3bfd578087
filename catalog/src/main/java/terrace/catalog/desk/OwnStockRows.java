package terrace.catalog.desk;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.catalog.stock.Level;

/** Reads a merchant's SKUs by keyset, and counts up to a limit. */
@Singleton
class OwnStockRows {
    private static final String PAGE = """
            select l.id as listing_id, l.title, k.id as sku_id, k.name, k.code,
                coalesce(s.on_hand, 0) as on_hand, coalesce(s.held, 0) as held, coalesce(w.low_at, 0) as low_at
            from catalog.listing l join catalog.sku k on k.listing_id = l.id
            left join catalog.stock s on s.sku_id = k.id left join catalog.stock_watch w on w.sku_id = k.id
            where l.merchant_id = ?
            """;
    private static final String LOW = """
             and k.id in (select v.sku_id from catalog.stock_watch v left join catalog.stock t on t.sku_id = v.sku_id
                where v.merchant_id = ? and coalesce(t.on_hand - t.held, 0) <= v.low_at)
            """;
    /** The keyset is the place of the SKU itself; somebody else's gives what would follow it, of one's own. */
    private static final String AFTER =
            " and (l.id, -k.position) < (select listing_id, -position from catalog.sku where id = ?)";

    private static final String TALLY = """
            with asked as (select ?::uuid as merchant_id, ?::bigint as most)
            select
                exists (select from catalog.listing l where l.merchant_id = a.merchant_id) as any,
                (select count(*) from (select from catalog.stock_watch w
                    left join catalog.stock s on s.sku_id = w.sku_id where w.merchant_id = a.merchant_id
                    and coalesce(s.on_hand - s.held, 0) <= w.low_at limit a.most) c) as low,
                (select count(*) from (select from catalog.review r where r.merchant_id = a.merchant_id
                    and r.state = 'PENDING' limit a.most) c) as waiting,
                (select count(*) from (select from catalog.review r where r.merchant_id = a.merchant_id
                    and r.state = 'RETURNED' and not exists (select from catalog.review n
                        where n.listing_id = r.listing_id and n.submitted_at > r.submitted_at)
                    limit a.most) c) as returned,
                (select count(*) from (select from catalog.harvest h join catalog.stock s on s.sku_id = h.sku_id
                    where h.merchant_id = a.merchant_id and case h.state when 'OPEN' then s.promised > h.expected
                        else h.sold > h.arrived end limit a.most) c) as over_promised
            from asked a
            """;

    private final JdbcOperations jdbc;

    OwnStockRows(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    List<StockLine> page(UUID merchantId, boolean lowOnly, @Nullable UUID after, int limit) {
        String sql =
                PAGE + (lowOnly ? LOW : "") + (after == null ? "" : AFTER) + " order by l.id desc, k.position limit ?";
        return jdbc.prepareStatement(sql, statement -> {
            int next = 1;
            statement.setObject(next++, merchantId);
            if (lowOnly) {
                statement.setObject(next++, merchantId);
            }
            if (after != null) {
                statement.setObject(next++, after);
            }
            statement.setInt(next, limit);
            List<StockLine> page = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    page.add(new StockLine(
                            row.getObject("listing_id", UUID.class),
                            row.getString("title"),
                            row.getObject("sku_id", UUID.class),
                            row.getString("name"),
                            row.getString("code"),
                            new Level(row.getLong("on_hand"), row.getLong("held"), row.getLong("low_at"))));
                }
            }
            return page;
        });
    }

    GoodsTally tally(UUID merchantId, int most) {
        return jdbc.prepareStatement(TALLY, statement -> {
            statement.setObject(1, merchantId);
            statement.setInt(2, most);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new GoodsTally(
                        row.getBoolean("any"),
                        row.getInt("low"),
                        row.getInt("waiting"),
                        row.getInt("returned"),
                        row.getInt("over_promised"));
            }
        });
    }
}
