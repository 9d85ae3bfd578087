package terrace.marketplace.organising;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import terrace.marketplace.campaigns.Sums;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface ReportRepository extends GenericRepository<CampaignReport, UUID> {

    @Query("select * from marketplace.campaign_report where campaign_id = :campaignId")
    Optional<CampaignReport> of(UUID campaignId);

    @Query("""
            insert into marketplace.campaign_report (campaign_id, published_by, summary, summary_en)
            values (:campaignId, :accountId, :summary, :summaryEn) on conflict do nothing""")
    int publish(UUID campaignId, UUID accountId, String summary, String summaryEn);

    @Query("""
            select null::uuid as listing_id,
                coalesce(sum(s.grams) filter (where kind = 'SOLD'), 0)::bigint as sold_grams,
                coalesce(sum(s.fen) filter (where kind = 'SOLD'), 0)::bigint as sold_fen,
                coalesce(sum(s.grams) filter (where kind = 'RETURNED'), 0)::bigint as returned_grams,
                coalesce(sum(s.fen) filter (where kind = 'RETURNED'), 0)::bigint as returned_fen,
                coalesce(sum(s.grams) filter (where kind = 'RETURNED' and s.at >= c.ends_at), 0)::bigint as late_grams,
                coalesce(sum(s.fen) filter (where kind = 'RETURNED' and s.at >= c.ends_at), 0)::bigint as late_fen,
                count(distinct s.source) filter (where kind = 'SOLD') as orders,
                (select coalesce(sum(g.fen), 0)::bigint from marketplace.campaign_gift g
                    where g.campaign_id = :campaignId and g.counted_at <= :until) as gift_fen
            from marketplace.campaign_sale s join marketplace.campaign c on c.id = s.campaign_id
            where s.campaign_id = :campaignId and s.counted_at <= :until""")
    Sums sums(UUID campaignId, Instant until);

    @Query("""
            select dense_rank() over (order by s.source) as order_in_file, s.kind = 'RETURNED' as returned,
                s.listing_id, s.grams, s.fen, s.at, s.counted_at, s.kind = 'RETURNED' and s.at >= c.ends_at as after_end
            from marketplace.campaign_sale s join marketplace.campaign c on c.id = s.campaign_id
            where s.campaign_id = :campaignId and s.counted_at <= :until
            order by s.source, s.kind desc, s.number limit :limit""")
    List<CampaignFact> facts(UUID campaignId, Instant until, int limit);

    @Query("""
            select fen, at, counted_at from marketplace.campaign_gift
            where campaign_id = :campaignId and counted_at <= :until order by counted_at, source limit :limit""")
    List<CampaignGift> gifts(UUID campaignId, Instant until, int limit);

    @Query("""
            select (s.at at time zone 'Asia/Shanghai')::date as day,
                coalesce(sum(grams) filter (where kind = 'SOLD'), 0)::bigint as grams,
                coalesce(sum(fen) filter (where kind = 'SOLD'), 0)::bigint as fen,
                count(distinct source) filter (where kind = 'SOLD') as orders,
                coalesce(sum(grams) filter (where kind = 'RETURNED'), 0)::bigint as returned_grams,
                coalesce(sum(fen) filter (where kind = 'RETURNED'), 0)::bigint as returned_fen
            from marketplace.campaign_sale s where s.campaign_id = :campaignId group by 1 order by 1""")
    List<DaySum> days(UUID campaignId);

    @Query("""
            select (s.at at time zone 'Asia/Shanghai')::date as day, 0::bigint as grams, 0::bigint as fen,
                count(distinct s.source) as orders, sum(s.grams)::bigint as returned_grams,
                sum(s.fen)::bigint as returned_fen
            from marketplace.campaign_sale s join marketplace.campaign c on c.id = s.campaign_id
            where s.campaign_id = :campaignId and s.kind = 'RETURNED' and s.at >= c.ends_at
            group by 1 order by 1""")
    List<DaySum> corrections(UUID campaignId);
}
