package terrace.catalog.listings;

import static terrace.marketplace.database.SqlArrays.uuids;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Changes prices, keeps what they were, and keeps the card's price that of the cheapest SKU. */
@Singleton
class Prices {
    private static final String WINDOW = "30 days";

    private final JdbcOperations jdbc;
    private final Announcer announcer;

    Prices(JdbcOperations jdbc, Announcer announcer) {
        this.jdbc = jdbc;
        this.announcer = announcer;
    }

    PriceChange change(UUID skuId, long fen) {
        if (!ListingRules.isPrice(fen)) {
            return new PriceChange.OutOfRange();
        }
        UUID listingId = lockListing(skuId);
        if (listingId == null) {
            return new PriceChange.NoSuchSku();
        }
        long before = price(skuId);
        if (before == fen) {
            return new PriceChange.Same();
        }
        write(skuId, fen);
        showCheapest(listingId);
        announcer.changed(List.of(listingId));
        return new PriceChange.Changed(before);
    }

    /** Prices began or ended by themselves: cards and the world look again. */
    void turned(List<UUID> listingIds) {
        listingIds.forEach(this::showCheapest);
        announcer.changed(listingIds);
    }

    /**
     * Keeps the price in SKU and history; the history grows only when it is another, or the first. Campaign prices to
     * come are compared with no price above it.
     */
    void write(UUID skuId, long fen) {
        jdbc.prepareStatement("""
                with later as (update catalog.campaign_offer set was_fen = ?
                    where sku_id = ? and was_fen > ? and starts_at > marketplace.clock_now()),
                changed as (update catalog.sku s set price_fen = ? where id = ?
                    and coalesce((select h.price_fen from catalog.price_history h where h.sku_id = s.id
                        order by h.number desc limit 1), 0) <> ? returning id, price_fen)
                insert into catalog.price_history (sku_id, price_fen) select id, price_fen from changed
                """, statement -> {
            for (int at = 1; at <= 6; at += 3) {
                statement.setLong(at, fen);
                statement.setObject(at + 1, skuId);
                statement.setLong(at + 2, fen);
            }
            return statement.executeUpdate();
        });
    }

    /**
     * For each SKU that costs less now than it ever did in the thirty days before its present price began, the lowest
     * of those prices, those of campaigns among them. One that was on sale for no day before, or has kept its price for
     * thirty days, has none; what a draft was to cost nobody ever paid. It ends where a campaign begins.
     */
    Map<UUID, Long> was(Set<UUID> skuIds) {
        Map<UUID, Long> was = new HashMap<>();
        reductions(skuIds).forEach((id, reduction) -> was.put(id, reduction.wasFen()));
        return was;
    }

    private record Reduction(long wasFen, OffsetDateTime until) {}

    private Map<UUID, Reduction> reductions(Set<UUID> skuIds) {
        return jdbc.prepareStatement("""
                select s.id, min(h.price_fen), least(now.since + ?::interval, (
                    select min(o.starts_at) from catalog.campaign_offer o
                    where o.sku_id = s.id and o.starts_at > marketplace.clock_now()))
                from catalog.sku s join catalog.listing l on l.id = s.listing_id
                join lateral (select p.number, p.since from catalog.price_history p where p.sku_id = s.id
                    order by p.number desc limit 1) now on now.since > marketplace.clock_now() - ?::interval
                join lateral (select p.price_fen, lead(p.since) over (order by p.number) as until
                    from catalog.price_history p where p.sku_id = s.id and p.number <= now.number
                    union all
                    select o.price_fen, o.ends_at from catalog.campaign_offer o
                    where o.sku_id = s.id and o.starts_at <= marketplace.clock_now()) h
                    on h.until > greatest(now.since - ?::interval, l.published_at)
                where s.id = any(?) and l.published_at is not null
                group by s.id, s.price_fen, now.since having min(h.price_fen) > s.price_fen
                """, statement -> {
            statement.setString(1, WINDOW);
            statement.setString(2, WINDOW);
            statement.setString(3, WINDOW);
            statement.setArray(4, uuids(statement, skuIds));
            try (ResultSet rows = statement.executeQuery()) {
                Map<UUID, Reduction> reductions = new HashMap<>();
                while (rows.next()) {
                    reductions.put(
                            rows.getObject(1, UUID.class),
                            new Reduction(rows.getLong(2), rows.getObject(3, OffsetDateTime.class)));
                }
                return reductions;
            }
        });
    }

    /**
     * The lowest price of the last thirty days, the present one and those of campaigns among them. Every listing page
     * asks: by one key, so that PostgreSQL plans it once; for a list of keys it would plan anew each time, which takes
     * ten times as long.
     */
    OptionalLong lowest(UUID skuId) {
        return jdbc.prepareStatement("""
                select min(h.price_fen) from (
                    select price_fen, lead(since) over (order by number) as until
                    from catalog.price_history where sku_id = ?
                    union all
                    select price_fen, ends_at from catalog.campaign_offer
                    where sku_id = ? and starts_at <= marketplace.clock_now()) h
                where h.until is null or h.until > (
                    select greatest(marketplace.clock_now() - ?::interval, l.published_at)
                    from catalog.sku s join catalog.listing l on l.id = s.listing_id where s.id = ?)
                """, statement -> {
            statement.setObject(1, skuId);
            statement.setObject(2, skuId);
            statement.setString(3, WINDOW);
            statement.setObject(4, skuId);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                long fen = rows.getLong(1);
                return rows.wasNull() ? OptionalLong.empty() : OptionalLong.of(fen);
            }
        });
    }

    List<PricePoint> history(UUID skuId) {
        return jdbc.prepareStatement(
                "select price_fen, since from catalog.price_history where sku_id = ? order by number", statement -> {
                    statement.setObject(1, skuId);
                    try (ResultSet rows = statement.executeQuery()) {
                        List<PricePoint> points = new ArrayList<>();
                        while (rows.next()) {
                            points.add(new PricePoint(
                                    rows.getLong(1),
                                    rows.getObject(2, OffsetDateTime.class).toInstant()));
                        }
                        return points;
                    }
                });
    }

    /** Two prices of one listing that change at once must not both believe to know the cheapest. */
    private @Nullable UUID lockListing(UUID skuId) {
        return jdbc.prepareStatement("""
                select l.id from catalog.sku s join catalog.listing l on l.id = s.listing_id
                where s.id = ? for no key update of l
                """, statement -> {
            statement.setObject(1, skuId);
            return ListingRows.ids(statement.executeQuery()).stream()
                    .findFirst()
                    .orElse(null);
        });
    }

    private long price(UUID skuId) {
        return jdbc.prepareStatement("select price_fen from catalog.sku where id = ?", statement -> {
            statement.setObject(1, skuId);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        });
    }

    /** Keeps on the listing what its card shows: price and weight of the cheapest size, and what it was before. */
    void showCheapest(UUID listingId) {
        Cheapest cheapest = jdbc.prepareStatement("""
                select id, price_fen, grams from catalog.sku where listing_id = ? order by price_fen, position limit 1
                """, statement -> {
            statement.setObject(1, listingId);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return new Cheapest(rows.getObject(1, UUID.class), rows.getLong(2), rows.getLong(3));
            }
        });
        Reduction reduction = reductions(Set.of(cheapest.skuId())).get(cheapest.skuId());
        jdbc.prepareStatement("""
                update catalog.listing set price_from_fen = ?, grams = ?, was_fen = ?, was_until = ?,
                    version = version + 1
                where id = ?
                """, statement -> {
            statement.setLong(1, cheapest.fen());
            statement.setLong(2, cheapest.grams());
            statement.setObject(3, reduction == null ? null : reduction.wasFen(), Types.BIGINT);
            statement.setObject(4, reduction == null ? null : reduction.until());
            statement.setObject(5, listingId);
            return statement.executeUpdate();
        });
    }

    private record Cheapest(UUID skuId, long fen, long grams) {}
}
