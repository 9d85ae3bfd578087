package terrace.catalog.stock;

import static terrace.marketplace.database.SqlArrays.uuids;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Moves goods between free, held and gone; every act is one statement. All lock in one order: the hold of a purchase,
 * then stock by SKU id. {@code locked} sees the latest committed stock even where the statement began earlier, since it
 * waits for the rows.
 */
@Singleton
class HoldRows {
    /** What is free where the line is to come from: on hand, or a harvest of that very day. */
    private static final String LOCKED = """
            locked as materialized (
                select s.sku_id, l.quantity, l.ships_from, l.bucket_id,
                    case when l.ships_from is null then s.on_hand - s.held
                        when l.ships_from = s.ships_from then s.quota - s.promised else 0 end as available
                from line l join catalog.stock s on s.sku_id = l.sku_id
                order by s.sku_id for no key update of s)
            """;

    /** What was sold early leaves the book when the harvest comes. */
    private static final String GONE = """
            , noted as (
                insert into catalog.stock_movement (sku_id, kind, quantity, reason, reference)
                select sku_id, 'OUT', -quantity, 'sold', ? from moved where ships_from is null)
            select sku_id, quantity, available from locked order by sku_id
            """;

    private static final String TAKE = """
            with done as (
                update catalog.hold set state = 'TAKEN' where purchase_id = ? and state = 'HELD'
                returning purchase_id),
            line as (
                select l.sku_id, l.quantity, l.ships_from, l.bucket_id
                from done d join catalog.hold_line l on l.purchase_id = d.purchase_id),
            """ + LOCKED + """
            , moved as (
                update catalog.stock s set on_hand = s.on_hand - l.quantity, held = s.held - l.quantity
                from locked l where s.sku_id = l.sku_id and l.ships_from is null
                returning l.sku_id, l.quantity, l.ships_from),
            pledged as materialized (
                select b.id, l.quantity from locked l join catalog.stock_bucket b on b.id = l.bucket_id
                order by b.id for no key update of b),
            paid as (
                update catalog.stock_bucket b set pieces = b.pieces - p.quantity, held = b.held - p.quantity,
                    taken = b.taken + p.quantity
                from pledged p where b.id = p.id)
            """ + GONE;
    /** Whatever it was held from: pledged pieces that were let go are kept for nobody, so it takes what is free. */
    private static final String TAKE_LATE = """
            with line as (
                select sku_id, quantity, ships_from, bucket_id from catalog.hold_line where purchase_id = ?),
            """ + LOCKED + """
            , moved as (
                update catalog.stock s set
                    on_hand = s.on_hand - case when l.ships_from is null then l.quantity else 0 end,
                    promised = s.promised + case when l.ships_from is null then 0 else l.quantity end
                from locked l
                where s.sku_id = l.sku_id and (select bool_and(available >= quantity) from locked)
                returning l.sku_id, l.quantity, l.ships_from)
            """ + GONE;
    /** Of what was changed, that of which the least was free before; and the lines whose buckets get theirs back. */
    private static final String FREED = """
            locked as materialized (
                select s.sku_id, l.hand, l.early, s.on_hand - s.held as free, s.quota - s.promised as promisable
                from line l join catalog.stock s on s.sku_id = l.sku_id
                order by s.sku_id for no key update of s)
            , moved as (
                update catalog.stock s set held = s.held - l.hand, promised = s.promised - l.early from locked l
                where s.sku_id = l.sku_id)
            select sku_id, hand + early as quantity, (select count(*) from done) as purchases,
                least(case when hand > 0 then free end, case when early > 0 then promisable end) as available,
                null::uuid as bucket_id, null::uuid as taker
            from locked
            union all
            select l.sku_id, l.quantity, (select count(*) from done), 0, l.bucket_id, l.taker
            from done d join catalog.hold_line l on l.purchase_id = d.purchase_id where l.bucket_id is not null
            """;

    private static final String SPLIT = """
            coalesce(sum(l.quantity) filter (where l.ships_from is null), 0)::bigint as hand,
            coalesce(sum(l.quantity) filter (where l.ships_from is not null), 0)::bigint as early
            """;
    private static final String RELEASE = """
            with done as (
                update catalog.hold set state = 'RELEASED' where purchase_id = any(?) and state = 'HELD'
                returning purchase_id),
            line as (
                select l.sku_id,
            """ + SPLIT + """
                from done d join catalog.hold_line l on l.purchase_id = d.purchase_id
                where l.bucket_id is null group by l.sku_id),
            """ + FREED;
    /** The clock is read once, in a subquery, so that the index on what is due can be used. */
    private static final String EXPIRE = """
            with done as (
                update catalog.hold set state = 'RELEASED' where purchase_id in (
                    select purchase_id from catalog.hold
                    where state = 'HELD' and expires_at <= (select marketplace.clock_now())
                    order by expires_at limit ? for update skip locked)
                returning purchase_id),
            line as (
                select l.sku_id,
            """ + SPLIT + """
                from done d join catalog.hold_line l on l.purchase_id = d.purchase_id
                where l.bucket_id is null group by l.sku_id),
            """ + FREED;

    private final JdbcOperations jdbc;

    HoldRows(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** Locks the hold; null when there is none. */
    @Nullable
    HoldState state(UUID purchaseId) {
        return jdbc.prepareStatement("select state from catalog.hold where purchase_id = ? for update", statement -> {
            statement.setObject(1, purchaseId);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? HoldState.valueOf(rows.getString(1)) : null;
            }
        });
    }

    /** Empty when nothing is held. */
    List<LockedLine> take(UUID purchaseId) {
        return taken(TAKE, purchaseId);
    }

    /** Takes from what is free, if all of it is there; marks nothing. */
    List<LockedLine> takeLate(UUID purchaseId) {
        return taken(TAKE_LATE, purchaseId);
    }

    void markTaken(UUID purchaseId) {
        jdbc.prepareStatement("update catalog.hold set state = 'TAKEN' where purchase_id = ?", statement -> {
            statement.setObject(1, purchaseId);
            return statement.executeUpdate();
        });
    }

    Freed release(Collection<UUID> purchaseIds) {
        return jdbc.prepareStatement(RELEASE, statement -> {
            statement.setArray(1, uuids(statement, purchaseIds));
            return freed(statement);
        });
    }

    Freed expire(int limit) {
        return jdbc.prepareStatement(EXPIRE, statement -> {
            statement.setInt(1, limit);
            return freed(statement);
        });
    }

    private static Freed freed(PreparedStatement statement) throws SQLException {
        List<LockedLine> lines = new ArrayList<>();
        List<PledgedLine> pledged = new ArrayList<>();
        int purchases = 0;
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                purchases = rows.getInt("purchases");
                UUID bucket = rows.getObject("bucket_id", UUID.class);
                if (bucket == null) {
                    lines.add(line(rows));
                } else {
                    pledged.add(new PledgedLine(bucket, rows.getObject("taker", UUID.class), rows.getLong("quantity")));
                }
            }
        }
        return new Freed(purchases, lines, pledged);
    }

    private List<LockedLine> taken(String sql, UUID purchaseId) {
        return jdbc.prepareStatement(sql, statement -> {
            statement.setObject(1, purchaseId);
            statement.setString(2, purchaseId.toString());
            return lines(statement);
        });
    }

    static List<LockedLine> lines(PreparedStatement statement) throws SQLException {
        List<LockedLine> lines = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                lines.add(line(rows));
            }
        }
        return lines;
    }

    private static LockedLine line(ResultSet rows) throws SQLException {
        return new LockedLine(
                rows.getObject("sku_id", UUID.class), rows.getLong("quantity"), rows.getLong("available"));
    }

    /** What was set free; the buckets of what was pledged are still to be told. */
    record Freed(int purchases, List<LockedLine> lines, List<PledgedLine> pledged) {}

    record PledgedLine(UUID bucketId, UUID taker, long quantity) {}
}
