package terrace.catalog.stock;

import static terrace.catalog.stock.HoldRows.lines;
import static terrace.marketplace.database.SqlArrays.longs;
import static terrace.marketplace.database.SqlArrays.uuids;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.catalog.stock.HoldRows.PledgedLine;

/** Buckets of pledged stock. Rows of stock are locked before buckets, buckets before those who take from them. */
@Singleton
class BucketRows {
    /** The hold is there already. */
    private static final String KNOWN = "with header as (select ?::uuid as purchase_id where ?::timestamptz is null),";

    private static final String HOLD = """
            line as (
                insert into catalog.hold_line (purchase_id, sku_id, quantity, bucket_id, taker)
                select h.purchase_id, w.sku_id, w.quantity, w.bucket_id, ?
                from header h, unnest(?::uuid[], ?::bigint[], ?::uuid[]) as w (sku_id, quantity, bucket_id)
                returning sku_id, quantity, bucket_id),
            locked as materialized (
                select b.id, b.sku_id, l.quantity,
                    case when b.closed then 0 else greatest(0, b.pieces - b.held - b.waiting) end as available
                from line l join catalog.stock_bucket b on b.id = l.bucket_id and b.sku_id = l.sku_id
                order by b.id for no key update of b),
            moved as (
                update catalog.stock_bucket b set held = b.held + l.quantity from locked l
                where b.id = l.id and (select count(*) = ? and bool_and(available >= quantity) from locked))
            select l.sku_id, l.quantity, coalesce(k.available, 0) as available
            from line l left join locked k on k.sku_id = l.sku_id order by l.sku_id
            """;
    private static final String COUNT = """
            with wanted as (
                select l.sku_id, l.bucket_id, l.taker, l.quantity, b.cap
                from catalog.hold_line l join catalog.stock_bucket b on b.id = l.bucket_id
                where l.purchase_id = ? and b.cap > 0),
            counted as (
                insert into catalog.stock_bucket_taker as t (bucket_id, member_id, quantity, cap)
                select bucket_id, taker, quantity, cap from wanted where quantity <= cap order by bucket_id
                on conflict (bucket_id, member_id) do update set quantity = t.quantity + excluded.quantity
                where t.quantity + excluded.quantity <= t.cap
                returning bucket_id)
            select sku_id, cap from wanted where bucket_id not in (select bucket_id from counted) order by sku_id
            """;
    private static final String UNDO = """
            with line as (
                select bucket_id, taker, quantity, sku_id from catalog.hold_line
                where purchase_id = ? and bucket_id is not null),
            given as (
                update catalog.stock_bucket b set held = b.held - l.quantity from line l where b.id = l.bucket_id)
            update catalog.stock_bucket_taker t set quantity = t.quantity - l.quantity from line l
            where t.bucket_id = l.bucket_id and t.member_id = l.taker and l.sku_id <> all(?)
            """;
    private static final String FREE = """
            with back as (select * from unnest(?::uuid[], ?::uuid[], ?::bigint[]) as b (id, taker, quantity)),
            locked as materialized (
                select b.id, b.sku_id, q.quantity, b.pieces - b.held as available
                from (select id, sum(quantity)::bigint as quantity from back group by id) q
                join catalog.stock_bucket b on b.id = q.id order by b.id for no key update of b),
            moved as (update catalog.stock_bucket b set held = b.held - l.quantity from locked l where b.id = l.id),
            counted as (
                update catalog.stock_bucket_taker t set quantity = t.quantity - q.quantity
                from (select k.id, k.taker, sum(k.quantity)::bigint as quantity
                    from back k join locked l on l.id = k.id group by k.id, k.taker) q
                where t.bucket_id = q.id and t.member_id = q.taker)
            select sku_id, quantity, available from locked order by sku_id
            """;

    private final JdbcOperations jdbc;

    BucketRows(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Empty when the purchase has a hold already.
     *
     * @param until null where the hold is there already, and gets these lines as well
     */
    List<LockedLine> hold(UUID purchaseId, Wish wish, @Nullable Instant until) {
        SortedMap<UUID, Long> pledged = wish.pledged();
        List<UUID> buckets = pledged.keySet().stream()
                .map(skuId -> Objects.requireNonNull(wish.buckets().get(skuId)))
                .toList();
        return jdbc.prepareStatement((until == null ? KNOWN : HoldRows.HEADER) + HOLD, statement -> {
            statement.setObject(1, purchaseId);
            statement.setObject(2, until == null ? null : until.atOffset(ZoneOffset.UTC));
            statement.setObject(3, wish.taker());
            statement.setArray(4, uuids(statement, pledged.keySet()));
            statement.setArray(5, longs(statement, pledged.values()));
            statement.setArray(6, uuids(statement, buckets));
            statement.setInt(7, pledged.size());
            return lines(statement);
        });
    }

    /** Counts what is held for the purchase against the caps; answers those SKUs that would be above, with the cap. */
    Map<UUID, Long> count(UUID purchaseId) {
        return jdbc.prepareStatement(COUNT, statement -> {
            statement.setObject(1, purchaseId);
            Map<UUID, Long> above = new HashMap<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    above.put(rows.getObject(1, UUID.class), rows.getLong(2));
                }
            }
            return above;
        });
    }

    /** Takes a hold back that was counted, but for the SKUs that were above their cap. */
    void undo(UUID purchaseId, Collection<UUID> uncounted) {
        jdbc.prepareStatement(UNDO, statement -> {
            statement.setObject(1, purchaseId);
            statement.setArray(2, uuids(statement, uncounted));
            return statement.executeUpdate();
        });
    }

    /** What was held for purchases lies free in its bucket again, whoever empties it later. */
    List<LockedLine> free(List<PledgedLine> pledged) {
        return jdbc.prepareStatement(FREE, statement -> {
            statement.setArray(
                    1,
                    uuids(statement, pledged.stream().map(PledgedLine::bucketId).toList()));
            statement.setArray(
                    2, uuids(statement, pledged.stream().map(PledgedLine::taker).toList()));
            statement.setArray(
                    3,
                    longs(statement, pledged.stream().map(PledgedLine::quantity).toList()));
            return lines(statement);
        });
    }

    /** Locks the bucket where the caller's transaction is to write to it. */
    @Nullable
    Bucket lock(UUID id) {
        return buckets("id = ? for no key update", statement -> statement.setObject(1, id)).stream()
                .findFirst()
                .orElse(null);
    }

    List<Bucket> byIds(Collection<UUID> ids) {
        return buckets("id = any(?)", statement -> statement.setArray(1, uuids(statement, ids)));
    }

    /** Closed ones to which something came back. */
    List<Bucket> toEmpty(int limit) {
        return buckets(
                "closed and pieces > 0 and pieces > held order by id limit ?", statement -> statement.setInt(1, limit));
    }

    private List<Bucket> buckets(String where, Filler filler) {
        return jdbc.prepareStatement(
                "select id, sku_id, pieces, held, waiting, taken, cap, closed from catalog.stock_bucket where " + where,
                (PreparedStatement statement) -> {
                    filler.fill(statement);
                    List<Bucket> buckets = new ArrayList<>();
                    try (ResultSet rows = statement.executeQuery()) {
                        while (rows.next()) {
                            buckets.add(bucket(rows));
                        }
                    }
                    return buckets;
                });
    }

    private static Bucket bucket(ResultSet rows) throws SQLException {
        return new Bucket(
                rows.getObject("id", UUID.class),
                rows.getObject("sku_id", UUID.class),
                rows.getLong("pieces"),
                rows.getLong("held"),
                rows.getLong("waiting"),
                rows.getLong("taken"),
                rows.getLong("cap"),
                rows.getBoolean("closed"));
    }

    void add(UUID id, UUID skuId, long pieces, long cap) {
        jdbc.prepareStatement(
                "insert into catalog.stock_bucket (id, sku_id, pieces, cap) values (?, ?, ?, ?)", statement -> {
                    statement.setObject(1, id);
                    statement.setObject(2, skuId);
                    statement.setLong(3, pieces);
                    statement.setLong(4, cap);
                    return statement.executeUpdate();
                });
    }

    /** With the bucket, or the stock of its SKU, locked. Nobody waits for a closed one. */
    void change(UUID id, long pieces, long waiting, boolean close) {
        jdbc.prepareStatement("""
                update catalog.stock_bucket set pieces = pieces + ?,
                    waiting = case when ? or closed then 0 else waiting + ? end,
                    closed = closed or ? where id = ?
                """, statement -> {
            statement.setLong(1, pieces);
            statement.setBoolean(2, close);
            statement.setLong(3, waiting);
            statement.setBoolean(4, close);
            statement.setObject(5, id);
            return statement.executeUpdate();
        });
    }

    /** With the stock locked: so many more of what is on hand are kept, or fewer. */
    void keep(UUID skuId, long more) {
        jdbc.prepareStatement("update catalog.stock set held = held + ? where sku_id = ?", statement -> {
            statement.setLong(1, more);
            statement.setObject(2, skuId);
            return statement.executeUpdate();
        });
    }

    /** Fills the places of a statement. */
    private interface Filler {
        void fill(PreparedStatement statement) throws SQLException;
    }
}
