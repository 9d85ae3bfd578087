package terrace.catalog.stock;

import static terrace.marketplace.database.SqlArrays.uuids;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.UUID;

/** Adds stock up anew, for those who look after the books. */
@Singleton
public class StockCheck {
    private static final String COUNTED = "select count(*), min(sku_id::text) from (%s) wrong";
    private static final String HELD = """
            select s.sku_id from catalog.stock s left join (
                select l.sku_id, sum(l.quantity) as quantity
                from catalog.hold h join catalog.hold_line l on l.purchase_id = h.purchase_id
                where h.state = 'HELD' and l.ships_from is null and l.bucket_id is null
                group by l.sku_id) h on h.sku_id = s.sku_id
            left join (
                select sku_id, sum(pieces) as pieces from catalog.stock_bucket where pieces > 0 group by sku_id) b
                on b.sku_id = s.sku_id
            where s.held <> coalesce(h.quantity, 0) + coalesce(b.pieces, 0)
            """;
    private static final String MOVED = """
            union
            select b.sku_id from catalog.stock_bucket b left join (
                select l.bucket_id, sum(l.quantity) as quantity
                from catalog.hold h join catalog.hold_line l on l.purchase_id = h.purchase_id
                where h.state = 'HELD' and l.bucket_id is not null group by l.bucket_id) h on h.bucket_id = b.id
            where b.held <> coalesce(h.quantity, 0)
            union
            select s.sku_id from catalog.stock s left join (
                select sku_id, sum(quantity) as quantity from catalog.stock_movement group by sku_id) m
                on m.sku_id = s.sku_id
            where s.on_hand <> coalesce(m.quantity, 0)
            """;

    /** The same of a few SKUs: so many movements and holds as these have are read, and no more. */
    private static final String OF_SOME = """
            select s.sku_id from catalog.stock s where s.sku_id = any(?) and (
                s.held <> coalesce((
                    select sum(l.quantity) from catalog.hold_line l
                    join catalog.hold h on h.purchase_id = l.purchase_id
                    where l.sku_id = s.sku_id and h.state = 'HELD' and l.ships_from is null
                        and l.bucket_id is null), 0)
                    + coalesce((
                    select sum(b.pieces) from catalog.stock_bucket b where b.sku_id = s.sku_id and b.pieces > 0), 0)
                or s.on_hand <> coalesce((
                    select sum(m.quantity) from catalog.stock_movement m where m.sku_id = s.sku_id), 0))
            union
            select b.sku_id from catalog.stock_bucket b where b.sku_id = any(?) and b.held <> coalesce((
                select sum(l.quantity) from catalog.hold_line l join catalog.hold h on h.purchase_id = l.purchase_id
                where l.sku_id = b.sku_id and l.bucket_id = b.id and h.state = 'HELD'), 0)
            """;

    private final JdbcOperations jdbc;

    StockCheck(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What is held is held for somebody or set aside in a bucket, and what is on hand came in and did not go out.
     *
     * @param whole false leaves out the second, which reads every movement there was
     */
    @Transactional(readOnly = true)
    public Drift drift(boolean whole) {
        return jdbc.prepareStatement(COUNTED.formatted(HELD + (whole ? MOVED : "")), StockCheck::counted);
    }

    /** Both, of these SKUs alone. */
    @Transactional(readOnly = true)
    public Drift drift(Collection<UUID> skuIds) {
        return jdbc.prepareStatement(COUNTED.formatted(OF_SOME), (PreparedStatement statement) -> {
            statement.setArray(1, uuids(statement, skuIds));
            statement.setArray(2, uuids(statement, skuIds));
            return counted(statement);
        });
    }

    private static Drift counted(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            row.next();
            String sample = row.getString(2);
            return new Drift(row.getLong(1), sample == null ? null : UUID.fromString(sample));
        }
    }
}
