package terrace.catalog.enrolments;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.database.SqlArrays;

/** Writes the intervals in which campaign prices hold, and moves them on. With the listing locked. */
@Singleton
class OfferRows {
    private static final String WINDOW = "30 days";

    private final JdbcOperations jdbc;

    OfferRows(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Adds a price that holds from the later of now and the start. It is compared with the lowest of the thirty days
     * before it begins, as far as the listing was public then; see {@code Listings.wasPrices}.
     */
    void add(CampaignOffer offer) {
        jdbc.prepareStatement("""
                with time as (select greatest(?::timestamptz, marketplace.clock_now()) as starts_at)
                insert into catalog.campaign_offer
                    (id, enrolment_id, campaign_id, sku_id, listing_id, price_fen, pieces, flash, starts_at, ends_at,
                    was_fen)
                select ?, ?, ?, s.id, l.id, ?, ?, ?, time.starts_at, ?, (
                    select min(h.price_fen) from (
                        select p.price_fen, lead(p.since) over (order by p.number) as until
                        from catalog.price_history p where p.sku_id = s.id
                        union all
                        select o.price_fen, o.ends_at from catalog.campaign_offer o
                        where o.sku_id = s.id and o.starts_at < time.starts_at) h
                    where l.published_at < time.starts_at and (h.until is null
                        or h.until > greatest(time.starts_at - ?::interval, l.published_at)))
                from time, catalog.sku s join catalog.listing l on l.id = s.listing_id where s.id = ?
                """, statement -> {
            OffsetDateTime starts = offer.startsAt().atOffset(ZoneOffset.UTC);
            statement.setObject(1, starts);
            statement.setObject(2, offer.id());
            statement.setObject(3, offer.enrolmentId());
            statement.setObject(4, offer.campaignId());
            statement.setLong(5, offer.priceFen());
            statement.setLong(6, offer.pieces());
            statement.setBoolean(7, offer.flash());
            statement.setObject(8, offer.endsAt().atOffset(ZoneOffset.UTC));
            statement.setString(9, WINDOW);
            statement.setObject(10, offer.skuId());
            return statement.executeUpdate();
        });
        lower(offer);
    }

    /** What comes after it, and what is a reduction when it begins, is compared with it as well. */
    private void lower(CampaignOffer offer) {
        jdbc.prepareStatement("""
                with later as (
                    update catalog.campaign_offer set was_fen = least(was_fen, ?)
                    where sku_id = ? and id <> ? and starts_at > ? and starts_at - ?::interval < ?)
                update catalog.listing set was_until = ?
                where id = (select listing_id from catalog.sku where id = ?) and was_until > ?
                """, statement -> {
            OffsetDateTime starts = offer.startsAt().atOffset(ZoneOffset.UTC);
            statement.setLong(1, offer.priceFen());
            statement.setObject(2, offer.skuId());
            statement.setObject(3, offer.id());
            statement.setObject(4, starts);
            statement.setString(5, WINDOW);
            statement.setObject(6, offer.endsAt().atOffset(ZoneOffset.UTC));
            statement.setObject(7, starts);
            statement.setObject(8, offer.skuId());
            statement.setObject(9, starts);
            return statement.executeUpdate();
        });
    }

    /** Whether a price of the enrolment holds, or did. */
    boolean begun(UUID enrolmentId) {
        return jdbc.prepareStatement("""
                select from catalog.campaign_offer where enrolment_id = ? and starts_at <= marketplace.clock_now()
                """, statement -> {
            statement.setObject(1, enrolmentId);
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        });
    }

    /** Takes prices back that never held; answers their buckets. */
    List<UUID> withdraw(UUID enrolmentId) {
        return ids(
                "delete from catalog.campaign_offer where enrolment_id = ? and starts_at > marketplace.clock_now()"
                        + " returning id",
                enrolmentId);
    }

    /** False when it holds already, or did. */
    boolean takeBack(UUID id) {
        return !ids(
                        "delete from catalog.campaign_offer where id = ? and starts_at > marketplace.clock_now()"
                                + " returning id",
                        id)
                .isEmpty();
    }

    /** Locks the next price that began, or ended, and was not told of; others may be at some of them. */
    @Nullable
    Turn turn(boolean ended) {
        String sql = ended ? """
                update catalog.campaign_offer set begun = true, over = true where id = (
                    select id from catalog.campaign_offer
                    where not over and ends_at <= (select marketplace.clock_now())
                    order by ends_at limit 1 for update skip locked)
                returning id, listing_id
                """ : """
                update catalog.campaign_offer set begun = true where id = (
                    select id from catalog.campaign_offer
                    where not begun and starts_at <= (select marketplace.clock_now())
                    order by starts_at limit 1 for update skip locked)
                returning id, listing_id
                """;
        return jdbc.prepareStatement(sql, (PreparedStatement statement) -> {
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? new Turn(row.getObject(1, UUID.class), row.getObject(2, UUID.class)) : null;
            }
        });
    }

    /** Prices of these campaigns do not hold for now, those of all others do; answers the listings it changed. */
    List<UUID> pause(Collection<UUID> campaignIds) {
        return jdbc.prepareStatement("""
                update catalog.campaign_offer set paused = not paused
                where not over and paused <> (campaign_id = any(?)) returning listing_id
                """, statement -> {
            statement.setArray(1, SqlArrays.uuids(statement, campaignIds));
            return read(statement);
        });
    }

    /** By the clock of the database, so that all sessions and prices agree on what is over. */
    List<UUID> endedSince(Collection<UUID> skuIds, Instant since) {
        return jdbc.prepareStatement("""
                select sku_id from catalog.campaign_offer
                where sku_id = any(?) and ends_at > ? and ends_at <= marketplace.clock_now()
                """, statement -> {
            statement.setArray(1, SqlArrays.uuids(statement, skuIds));
            statement.setObject(2, since.atOffset(ZoneOffset.UTC));
            return read(statement);
        });
    }

    /** Running, and nothing of it is free. */
    List<UUID> soldOut(Collection<UUID> skuIds) {
        return jdbc.prepareStatement("""
                select o.sku_id from catalog.campaign_offer o join catalog.stock_bucket b on b.id = o.id
                where o.sku_id = any(?) and o.starts_at <= marketplace.clock_now()
                    and o.ends_at > marketplace.clock_now() and not o.paused and b.pieces <= b.held
                """, statement -> {
            statement.setArray(1, SqlArrays.uuids(statement, skuIds));
            return read(statement);
        });
    }

    private List<UUID> ids(String sql, UUID id) {
        return jdbc.prepareStatement(sql, statement -> {
            statement.setObject(1, id);
            return read(statement);
        });
    }

    private static List<UUID> read(PreparedStatement statement) throws SQLException {
        List<UUID> ids = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                ids.add(row.getObject(1, UUID.class));
            }
        }
        return ids;
    }

    /** A price that began or ended. */
    record Turn(UUID bucketId, UUID listingId) {}
}
