package terrace.catalog.enrolments;

import static terrace.marketplace.database.SqlArrays.uuids;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import terrace.catalog.listings.OffShelfReason;

/** What the rules of a campaign must know of goods. */
@Singleton
class EnrolmentFacts {
    private final JdbcOperations jdbc;

    EnrolmentFacts(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** Published ones, newest first. */
    List<UUID> listings(UUID merchantId, int limit) {
        return jdbc.prepareStatement("""
                select id from catalog.listing where merchant_id = ? and status = 'PUBLISHED' order by id desc limit ?
                """, statement -> {
            statement.setObject(1, merchantId);
            statement.setInt(2, limit);
            List<UUID> ids = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    ids.add(row.getObject(1, UUID.class));
                }
            }
            return ids;
        });
    }

    /** By listing; those on the shelf are left out. */
    Map<UUID, Set<OffShelfReason>> off(Collection<UUID> listingIds) {
        return jdbc.prepareStatement(
                "select distinct listing_id, reason from catalog.off_shelf_reason where listing_id = any(?)",
                statement -> {
                    statement.setArray(1, uuids(statement, listingIds));
                    Map<UUID, Set<OffShelfReason>> off = new HashMap<>();
                    try (ResultSet row = statement.executeQuery()) {
                        while (row.next()) {
                            off.computeIfAbsent(
                                            row.getObject(1, UUID.class), id -> EnumSet.noneOf(OffShelfReason.class))
                                    .add(OffShelfReason.valueOf(row.getString(2)));
                        }
                    }
                    return off;
                });
    }

    /** Of these, the listings that are in the campaign, or wait to be. */
    Set<UUID> enrolled(UUID campaignId, Collection<UUID> listingIds) {
        return jdbc.prepareStatement("""
                select listing_id from catalog.enrolment
                where campaign_id = ? and listing_id = any(?) and state in ('SIGNED', 'APPROVED')
                """, statement -> {
            statement.setObject(1, campaignId);
            statement.setArray(2, uuids(statement, listingIds));
            Set<UUID> enrolled = new HashSet<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    enrolled.add(row.getObject(1, UUID.class));
                }
            }
            return enrolled;
        });
    }

    /** By SKU, the lowest price of the last days while it was public; prices of campaigns count as they were. */
    Map<UUID, Long> lowest(Collection<UUID> skuIds, int days) {
        return jdbc.prepareStatement("""
                select s.id, min(h.price_fen)
                from catalog.sku s join catalog.listing l on l.id = s.listing_id
                join lateral (
                    select p.price_fen, lead(p.since) over (order by p.number) as until
                    from catalog.price_history p where p.sku_id = s.id
                    union all
                    select o.price_fen, o.ends_at from catalog.campaign_offer o
                    where o.sku_id = s.id and o.starts_at <= marketplace.clock_now()) h
                    on h.until is null
                        or h.until > greatest(marketplace.clock_now() - ? * interval '1 day', l.published_at)
                where s.id = any(?) group by s.id
                """, statement -> {
            statement.setInt(1, days);
            statement.setArray(2, uuids(statement, skuIds));
            Map<UUID, Long> lowest = new HashMap<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    lowest.put(row.getObject(1, UUID.class), row.getLong(2));
                }
            }
            return lowest;
        });
    }

    /** By SKU, another campaign whose price was approved for a part of that time. */
    Map<UUID, UUID> clashes(Collection<UUID> skuIds, Instant from, Instant until) {
        return jdbc.prepareStatement("""
                select sku_id, campaign_id from catalog.campaign_offer
                where sku_id = any(?) and tstzrange(starts_at, ends_at) && tstzrange(?, ?)
                order by starts_at desc
                """, statement -> {
            statement.setArray(1, uuids(statement, skuIds));
            statement.setObject(2, from.atOffset(ZoneOffset.UTC));
            statement.setObject(3, until.atOffset(ZoneOffset.UTC));
            Map<UUID, UUID> clashes = new HashMap<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    clashes.put(row.getObject(1, UUID.class), row.getObject(2, UUID.class));
                }
            }
            return clashes;
        });
    }

    /** By enrolment, other campaigns with the same SKU in a part of its time, approved or waiting. */
    Map<UUID, Set<UUID>> rivals(Collection<UUID> enrolmentIds) {
        return jdbc.prepareStatement("""
                select distinct e.id, r.campaign_id
                from catalog.enrolment e join catalog.enrolment_line l on l.enrolment_id = e.id
                join catalog.enrolment_line k on k.sku_id = l.sku_id and k.enrolment_id <> e.id
                join catalog.enrolment r on r.id = k.enrolment_id and r.state in ('SIGNED', 'APPROVED')
                    and r.starts_at < e.ends_at and e.starts_at < r.ends_at
                where e.id = any(?)
                """, statement -> {
            statement.setArray(1, uuids(statement, enrolmentIds));
            Map<UUID, Set<UUID>> rivals = new HashMap<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    rivals.computeIfAbsent(row.getObject(1, UUID.class), id -> new HashSet<>())
                            .add(row.getObject(2, UUID.class));
                }
            }
            return rivals;
        });
    }
}
