package terrace.catalog.stock;

import static terrace.catalog.stock.HoldRows.lines;
import static terrace.catalog.stock.HoldWriting.demands;
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
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.catalog.stock.HoldRows.PledgedLine;
import terrace.catalog.stock.HoldWriting.Demand;

/** Buckets of pledged stock. Rows of stock are locked before buckets, buckets before those who take from them. */
@Singleton
class BucketRows {
    /** The holds are there already. */
    private static final String KNOWN = """
            with header as (select p.id as purchase_id from unnest(?::uuid[]) as p (id)),
            """;

    private static final String HOLD = """
            line as (
                insert into catalog.hold_line (purchase_id, sku_id, quantity, bucket_id, taker)
                select h.purchase_id, w.sku_id, w.quantity, w.bucket_id, w.taker
                from header h
                join unnest(?::uuid[], ?::uuid[], ?::bigint[], ?::uuid[], ?::uuid[])
                    as w (purchase_id, sku_id, quantity, bucket_id, taker) on w.purchase_id = h.purchase_id
                returning sku_id, quantity, bucket_id),
            demand as (
                select bucket_id, sku_id, sum(quantity)::bigint as quantity from line group by bucket_id, sku_id),
            locked as materialized (
                select b.id, b.sku_id, l.quantity,
                    case when b.closed then 0 else greatest(0, b.pieces - b.held - b.waiting) end as available
                from demand l join catalog.stock_bucket b on b.id = l.bucket_id and b.sku_id = l.sku_id
                order by b.id for no key update of b),
            moved as (
                update catalog.stock_bucket b set held = b.held + l.quantity from locked l
                where b.id = l.id and (
                    select count(*) = (select count(*) from demand) and bool_and(available >= quantity) from locked))
            select d.sku_id, d.bucket_id, null::date as ships_from, d.quantity,
                coalesce(k.available, 0) as available, (select count(*) from header) as fresh
            from demand d left join locked k on k.id = d.bucket_id order by d.sku_id
            """;
    /** A purchase takes from a bucket once, and a member has one purchase among those of a statement. */
    private static final String COUNT = """
            with wanted as (
                select l.purchase_id, l.sku_id, l.bucket_id, l.taker, l.quantity, b.cap
                from catalog.hold_line l join catalog.stock_bucket b on b.id = l.bucket_id
                where l.purchase_id = any(?) and b.cap > 0),
            counted as (
                insert into catalog.stock_bucket_taker as t (bucket_id, member_id, quantity, cap)
                select bucket_id, taker, quantity, cap from wanted where quantity <= cap order by bucket_id, taker
                on conflict (bucket_id, member_id) do update set quantity = t.quantity + excluded.quantity
                where t.quantity + excluded.quantity <= t.cap
                returning bucket_id, member_id)
            select w.purchase_id, w.sku_id, w.cap from wanted w
            where not exists (select from counted c where c.bucket_id = w.bucket_id and c.member_id = w.taker)
            order by w.sku_id
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
     * Pledged lines; empty when all the purchases have a hold already.
     *
     * @param until null where the holds are there already, and get these lines as well
     */
    List<Demand> hold(Collection<UUID> purchaseIds, List<PledgedWish> lines, @Nullable Instant until) {
        return jdbc.prepareStatement((until == null ? KNOWN : HoldWriting.HEADERS) + HOLD, statement -> {
            int next = 1;
            if (until != null) {
                statement.setObject(next++, until.atOffset(ZoneOffset.UTC));
            }
            statement.setArray(next++, uuids(statement, purchaseIds));
            statement.setArray(
                    next++,
                    uuids(statement, lines.stream().map(PledgedWish::purchaseId).toList()));
            statement.setArray(
                    next++,
                    uuids(statement, lines.stream().map(PledgedWish::skuId).toList()));
            statement.setArray(
                    next++,
                    longs(statement, lines.stream().map(PledgedWish::quantity).toList()));
            statement.setArray(
                    next++,
                    uuids(statement, lines.stream().map(PledgedWish::bucketId).toList()));
            statement.setArray(
                    next,
                    uuids(statement, lines.stream().map(PledgedWish::taker).toList()));
            return demands(statement);
        });
    }

    /** A line of a wish that is sold from a bucket. */
    record PledgedWish(UUID purchaseId, UUID skuId, long quantity, UUID bucketId, UUID taker) {}

    /** Counts what is held against the caps; answers, by purchase, those SKUs that would be above, with the cap. */
    Map<UUID, Map<UUID, Long>> count(Collection<UUID> purchaseIds) {
        return jdbc.prepareStatement(COUNT, statement -> {
            statement.setArray(1, uuids(statement, purchaseIds));
            Map<UUID, Map<UUID, Long>> above = new HashMap<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    above.computeIfAbsent(rows.getObject(1, UUID.class), purchase -> new HashMap<>())
                            .put(rows.getObject(2, UUID.class), rows.getLong(3));
                }
            }
            return above;
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
