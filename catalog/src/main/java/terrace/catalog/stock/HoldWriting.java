package terrace.catalog.stock;

import static terrace.marketplace.database.SqlArrays.longs;
import static terrace.marketplace.database.SqlArrays.texts;
import static terrace.marketplace.database.SqlArrays.uuids;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes the holds of many purchases and moves what they want of the ordinary stock, in one statement; locks as
 * {@link HoldRows} does.
 */
@Singleton
class HoldWriting {
    /** One for each purchase; those that have one already are left out, with their lines. */
    static final String HEADERS = """
            with header as (
                insert into catalog.hold (purchase_id, expires_at)
                select p.id, ?::timestamptz from unnest(?::uuid[]) as p (id) order by p.id
                on conflict do nothing returning purchase_id),
            """;
    /** Moves all or nothing, and leaves holds and lines behind in any case: whoever calls it undoes that. */
    private static final String HOLD = HEADERS + """
            line as (
                insert into catalog.hold_line (purchase_id, sku_id, quantity, ships_from)
                select h.purchase_id, w.sku_id, w.quantity, nullif(w.ships_from, '')::date
                from header h
                join unnest(?::uuid[], ?::uuid[], ?::bigint[], ?::text[])
                    as w (purchase_id, sku_id, quantity, ships_from) on w.purchase_id = h.purchase_id
                returning sku_id, quantity, ships_from),
            demand as (
                select sku_id, ships_from, sum(quantity)::bigint as quantity from line group by sku_id, ships_from),
            locked as materialized (
                select s.sku_id, l.quantity, l.ships_from,
                    case when l.ships_from is null then s.on_hand - s.held
                        when l.ships_from = s.ships_from then s.quota - s.promised else 0 end as available
                from demand l join catalog.stock s on s.sku_id = l.sku_id
                order by s.sku_id for no key update of s),
            wanted as materialized (
                select sku_id, coalesce(sum(quantity) filter (where ships_from is null), 0)::bigint as hand,
                    coalesce(sum(quantity) filter (where ships_from is not null), 0)::bigint as early
                from locked group by sku_id),
            moved as (
                update catalog.stock s set held = s.held + w.hand, promised = s.promised + w.early
                from wanted w
                where s.sku_id = w.sku_id
                    and (select count(*) = (select count(*) from demand) and bool_and(available >= quantity)
                        from locked))
            select d.sku_id, null::uuid as bucket_id, d.ships_from, d.quantity,
                coalesce(k.available, 0) as available, (select count(*) from header) as fresh
            from demand d left join locked k on k.sku_id = d.sku_id and k.ships_from is not distinct from d.ships_from
            order by d.sku_id
            """;

    private final JdbcOperations jdbc;

    HoldWriting(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Lines that are not pledged, of purchases without a hold; empty when all have one already.
     *
     * @param purchaseIds those whose lines are all pledged among them
     */
    List<Demand> hold(Collection<UUID> purchaseIds, List<HoldLine> lines, Instant until) {
        return jdbc.prepareStatement(HOLD, statement -> {
            statement.setObject(1, until.atOffset(ZoneOffset.UTC));
            statement.setArray(2, uuids(statement, purchaseIds));
            statement.setArray(
                    3, uuids(statement, lines.stream().map(HoldLine::purchaseId).toList()));
            statement.setArray(
                    4, uuids(statement, lines.stream().map(HoldLine::skuId).toList()));
            statement.setArray(
                    5, longs(statement, lines.stream().map(HoldLine::quantity).toList()));
            statement.setArray(
                    6, texts(statement, lines.stream().map(HoldLine::day).toList()));
            return demands(statement);
        });
    }

    static List<Demand> demands(PreparedStatement statement) throws SQLException {
        List<Demand> demands = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                demands.add(new Demand(
                        rows.getObject("sku_id", UUID.class),
                        rows.getObject("bucket_id", UUID.class),
                        rows.getObject("ships_from", LocalDate.class),
                        rows.getLong("quantity"),
                        rows.getLong("available"),
                        rows.getInt("fresh")));
            }
        }
        return demands;
    }

    /** A line of a wish. */
    record HoldLine(
            UUID purchaseId,
            UUID skuId,
            long quantity,
            @Nullable LocalDate shipsFrom) {
        /** Empty for none. */
        String day() {
            return shipsFrom == null ? "" : shipsFrom.toString();
        }
    }

    /**
     * What is wanted of one source by all purchases of a statement, with what was free there just before.
     *
     * @param fresh how many of the purchases had no hold yet
     */
    record Demand(
            UUID skuId,
            @Nullable UUID bucketId,
            @Nullable LocalDate shipsFrom,
            long quantity,
            long available,
            int fresh) {
        LockedLine line() {
            return new LockedLine(skuId, quantity, available);
        }
    }
}
