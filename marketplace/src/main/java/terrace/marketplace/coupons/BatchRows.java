package terrace.marketplace.coupons;

import static terrace.marketplace.database.SqlArrays.texts;
import static terrace.marketplace.database.SqlArrays.uuids;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of batches, what they are for and how far they are used. */
@Singleton
class BatchRows {

    private static final String INSERT = """
            with made as (
                insert into marketplace.coupon_batch (id, kind, title, title_en, face_fen, threshold_fen, cover_percent,
                    budget_fen, per_person, platform_share, organiser_share, merchant_share, organiser_id, merchant_id,
                    opens_at, ends_at, made_by, way, streak_days, per_device, campaign_slug)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (id) do nothing returning id
            ), targets as (
                insert into marketplace.coupon_target (batch_id, kind, target_id)
                select made.id, t.kind, t.id from made cross join unnest(?::text[], ?::uuid[]) t (kind, id)
            ), people as (
                insert into marketplace.coupon_person (batch_id, member_id)
                select made.id, p.id from made cross join unnest(?::uuid[]) p (id)
            )
            select id from made
            """;

    private static final String BATCHES = """
            select b.*, b.ends_at <= (select marketplace.clock_now()) as over,
            """ + BatchColumns.TARGETS + """
            from marketplace.coupon_batch b
            """;

    /** Whether it may be claimed at this moment; to be asked once more when the batch is locked. */
    private static final String DOOR = """
            select b.way, b.per_person, b.per_device, b.claimed_fen + b.face_fen <= b.budget_fen as enough,
                b.stopped_at is null and b.opens_at <= marketplace.clock_now()
                    and b.ends_at > marketplace.clock_now() as open,
                b.kind <> 'PEOPLE' or exists (select from marketplace.coupon_person p
                    where p.batch_id = b.id and p.member_id = ?) as meant,
                (select count(*) from marketplace.coupon c where c.batch_id = b.id and c.member_id = ?) as held,
                case when b.per_device is null then 0 else (select count(*) from marketplace.coupon c
                    where c.batch_id = b.id and c.device = ?) end as here,
                (select c.member_id from marketplace.coupon c where c.id = ?) as holder
            from marketplace.coupon_batch b where b.id = ?
            """;

    private static final String OFFERED = """
            where b.way in ('OPEN', 'RUSH') and b.stopped_at is null and b.opens_at <= (select marketplace.clock_now())
                and b.ends_at > (select marketplace.clock_now()) and b.claimed_fen + b.face_fen <= b.budget_fen
                and (b.kind <> 'PEOPLE' or exists (select from marketplace.coupon_person p
                    where p.batch_id = b.id and p.member_id = ?))
                and (select count(*) from marketplace.coupon c where c.batch_id = b.id and c.member_id = ?)
                    < b.per_person
            order by b.kind desc, b.ends_at, b.id limit ?
            """;

    /**
     * What a fund may still have to pay: what can be claimed, what is claimed and may yet be used, and of what is used
     * the part of the face that the fund would not get back if the coupon came back whole.
     */
    private static final String PROMISED = """
            select coalesce(sum((p.fen * case when ?::uuid is null then b.platform_share else b.organiser_share end
                + 9999) / 10000), 0)::bigint
            from marketplace.coupon_batch b cross join lateral (
                select case when b.stopped_at is null and b.ends_at > marketplace.clock_now()
                        then b.budget_fen - b.claimed_fen else 0 end
                    + (select coalesce(sum(case
                            when b.ends_at <= marketplace.clock_now()
                                then case when c.state = 'FROZEN' then coalesce(c.off_fen, b.face_fen) else 0 end
                            when c.state = 'USED' then b.face_fen - coalesce(c.off_fen, 0)
                            else b.face_fen end), 0)::bigint
                        from marketplace.coupon c where c.batch_id = b.id) as fen) p
            where case when ?::uuid is null then b.platform_share > 0 else b.organiser_id = ? end
            """;

    private final JdbcOperations jdbc;

    BatchRows(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** What somebody may expect who wants one. */
    record Door(
            Giving.Way way,
            int perPerson,
            @Nullable Integer perDevice,
            boolean enough,
            boolean open,
            boolean meant,
            int held,
            int here,
            @Nullable UUID holder) {}

    boolean insert(NewBatch batch) {
        return jdbc.prepareStatement(INSERT, (PreparedStatement statement) -> {
            List<CouponTarget> targets = List.copyOf(batch.terms().targets());
            Object[] values = values(batch);
            for (int index = 0; index < values.length; index++) {
                statement.setObject(index + 1, values[index]);
            }
            int next = values.length + 1;
            statement.setArray(
                    next++,
                    texts(
                            statement,
                            targets.stream().map(target -> target.kind().name()).toList()));
            statement.setArray(
                    next++,
                    uuids(statement, targets.stream().map(CouponTarget::id).toList()));
            statement.setArray(next, uuids(statement, batch.people()));
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        });
    }

    /** In the order of the columns. */
    private static Object[] values(NewBatch batch) {
        CouponTerms terms = batch.terms();
        CostShare cost = terms.cost();
        return new Object[] {
            terms.batchId(),
            terms.kind().name(),
            terms.title(),
            terms.titleEn(),
            terms.faceFen(),
            terms.thresholdFen(),
            terms.coverPercent(),
            batch.budgetFen(),
            batch.perPerson(),
            cost.platform(),
            cost.organiser(),
            cost.merchant(),
            cost.organiserId(),
            cost.merchantId(),
            OffsetDateTime.ofInstant(terms.opensAt(), ZoneOffset.UTC),
            OffsetDateTime.ofInstant(terms.endsAt(), ZoneOffset.UTC),
            batch.madeBy(),
            batch.giving().way().name(),
            batch.giving().streakDays() == 0 ? null : batch.giving().streakDays(),
            batch.giving().perDevice(),
            batch.giving().campaignSlug()
        };
    }

    /** Others who claim of the batch wait until the transaction ends. */
    boolean lock(UUID batchId) {
        String sql = "select from marketplace.coupon_batch where id = ? for update";
        return jdbc.prepareStatement(sql, (PreparedStatement statement) -> {
            statement.setObject(1, batchId);
            return statement.execute();
        });
    }

    Optional<Door> door(UUID batchId, UUID memberId, UUID couponId, byte @Nullable [] device) {
        return jdbc.prepareStatement(DOOR, (PreparedStatement statement) -> {
            statement.setObject(1, memberId);
            statement.setObject(2, memberId);
            statement.setBytes(3, device);
            statement.setObject(4, couponId);
            statement.setObject(5, batchId);
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(new Door(
                                Giving.Way.valueOf(row.getString("way")),
                                row.getInt("per_person"),
                                row.getObject("per_device", Integer.class),
                                row.getBoolean("enough"),
                                row.getBoolean("open"),
                                row.getBoolean("meant"),
                                row.getInt("held"),
                                row.getInt("here"),
                                row.getObject("holder", UUID.class)))
                        : Optional.empty();
            }
        });
    }

    List<Batch> offered(UUID memberId, int limit) {
        return jdbc.prepareStatement(BATCHES + OFFERED, (PreparedStatement statement) -> {
            statement.setObject(1, memberId);
            statement.setObject(2, memberId);
            statement.setInt(3, limit);
            return BatchColumns.read(statement);
        });
    }

    /** Those of a way that are open, or open within a day, and have something left. */
    List<Batch> ofWay(Giving.Way way, int limit) {
        String sql = BATCHES + "where b.way = ? and b.stopped_at is null and b.ends_at > marketplace.clock_now() "
                + "and b.opens_at < marketplace.clock_now() + interval '1 day' "
                + "and b.claimed_fen + b.face_fen <= b.budget_fen order by b.opens_at, b.id limit ?";
        return jdbc.prepareStatement(sql, (PreparedStatement statement) -> {
            statement.setString(1, way.name());
            statement.setInt(2, limit);
            return BatchColumns.read(statement);
        });
    }

    /** Those of a campaign that can be claimed, now or later, and have something left. */
    List<Batch> ofCampaign(String slug, int limit) {
        String sql = BATCHES + "where b.campaign_slug = ? and b.way in ('OPEN', 'RUSH') and b.kind <> 'PEOPLE' "
                + "and b.stopped_at is null and b.ends_at > marketplace.clock_now() "
                + "and b.claimed_fen + b.face_fen <= b.budget_fen order by b.opens_at, b.id limit ?";
        return jdbc.prepareStatement(sql, (PreparedStatement statement) -> {
            statement.setString(1, slug);
            statement.setInt(2, limit);
            return BatchColumns.read(statement);
        });
    }

    List<Batch> newest(int limit) {
        return jdbc.prepareStatement(BATCHES + "order by b.made_at desc, b.id desc limit ?", statement -> {
            statement.setInt(1, limit);
            return BatchColumns.read(statement);
        });
    }

    Optional<Batch> byId(UUID id) {
        return jdbc.prepareStatement(BATCHES + "where b.id = ?", statement -> {
            statement.setObject(1, id);
            return BatchColumns.read(statement).stream().findFirst();
        });
    }

    /** Of batches that have coupons. */
    Map<UUID, Batch.Counts> counts(Set<UUID> ids) {
        return jdbc.prepareStatement("""
                select batch_id, count(*) as claimed, count(*) filter (where state = 'FROZEN') as frozen,
                    count(*) filter (where state = 'USED') as used
                from marketplace.coupon where batch_id = any(?) group by batch_id""", statement -> {
            statement.setArray(1, uuids(statement, ids));
            Map<UUID, Batch.Counts> found = new HashMap<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.put(
                            row.getObject("batch_id", UUID.class),
                            new Batch.Counts(row.getLong("claimed"), row.getLong("frozen"), row.getLong("used")));
                }
            }
            return found;
        });
    }

    int stop(UUID id, UUID by) {
        String sql = "update marketplace.coupon_batch set stopped_at = marketplace.clock_now(), stopped_by = ? "
                + "where id = ? and stopped_at is null";
        return jdbc.prepareStatement(sql, (PreparedStatement statement) -> {
            statement.setObject(1, by);
            statement.setObject(2, id);
            return statement.executeUpdate();
        });
    }

    long promised(@Nullable UUID organiserId) {
        return jdbc.prepareStatement(PROMISED, (PreparedStatement statement) -> {
            statement.setObject(1, organiserId);
            statement.setObject(2, organiserId);
            statement.setObject(3, organiserId);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        });
    }
}
