package terrace.marketplace.campaigns;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface CampaignRepository extends GenericRepository<CampaignRow, UUID> {

    String CAMPAIGNS = """
            select c.*, exists (select from marketplace.campaign_pause p
                where p.campaign_id = c.id and p.until = 'infinity') as paused
            from marketplace.campaign c
            """;

    @Query(CAMPAIGNS + "order by c.starts_at desc, c.slug")
    List<CampaignRow> all();

    @Query(CAMPAIGNS + "where c.slug = :slug")
    Optional<CampaignRow> bySlug(String slug);

    @Query(CAMPAIGNS + "where c.id = :id")
    Optional<CampaignRow> byId(UUID id);

    @Query("""
            select listing_id from marketplace.campaign_listing where campaign_id = :campaignId and left_at = 'infinity'
            order by position, listing_id""")
    List<UUID> listingsOf(UUID campaignId);

    @Query("""
            select campaign_id, listing_id from marketplace.campaign_listing where left_at = 'infinity'
            order by campaign_id, position, listing_id""")
    List<CampaignListing> listings();

    @Query("""
            insert into marketplace.campaign (id, slug, title, title_en, story, story_en, goal_grams, starts_at,
                ends_at, recommended_by, recommended_by_en, households, households_basis, state)
            values (:id, :slug, :title, :titleEn, :story, :storyEn, :goalGrams, :startsAt,
                :endsAt, :recommendedBy, :recommendedByEn, :households, :basis,
                case when :endsAt <= marketplace.clock_now() then 'ENDED'
                    when :startsAt <= marketplace.clock_now() then 'LIVE' else 'OPEN' end)
            on conflict (slug) do update set title = :title, title_en = :titleEn, story = :story,
                story_en = :storyEn, goal_grams = :goalGrams, starts_at = :startsAt, ends_at = :endsAt,
                recommended_by = :recommendedBy, recommended_by_en = :recommendedByEn,
                households = :households, households_basis = :basis, state = excluded.state
            where campaign.made_by is null""")
    int define(
            UUID id,
            String slug,
            String title,
            String titleEn,
            String story,
            String storyEn,
            long goalGrams,
            Instant startsAt,
            Instant endsAt,
            String recommendedBy,
            String recommendedByEn,
            int households,
            String basis);

    @Query("delete from marketplace.campaign_listing where campaign_id = :campaignId and defined")
    int removeListings(UUID campaignId);

    @Query("""
            insert into marketplace.campaign_listing (campaign_id, listing_id, position, defined)
            values (:campaignId, :listingId, :position, true) on conflict do nothing""")
    int addListing(UUID campaignId, UUID listingId, int position);

    /** Back again after leaving it keeps when it first came, for what was sold then may still be told. */
    @Query("""
            insert into marketplace.campaign_listing (campaign_id, listing_id, position, joined_at)
            values (:campaignId, :listingId, (select coalesce(max(position) + 1, 0)
                from marketplace.campaign_listing where campaign_id = :campaignId), marketplace.clock_now())
            on conflict (campaign_id, listing_id) do update set left_at = 'infinity'""")
    int include(UUID campaignId, UUID listingId);

    @Query("""
            update marketplace.campaign_listing set left_at = marketplace.clock_now()
            where campaign_id = :campaignId and listing_id = :listingId and left_at = 'infinity'""")
    int exclude(UUID campaignId, UUID listingId);

    /** A listing in two campaigns at once counts for the one that ends first: nothing is counted twice. */
    @Query("""
            insert into marketplace.campaign_sale (source, kind, number, campaign_id, listing_id, grams, fen, at)
            select :source, 'SOLD', :number, c.id, :listingId, :grams, :fen, :at
            from marketplace.campaign c
            join marketplace.campaign_listing l on l.campaign_id = c.id and l.listing_id = :listingId
                and l.joined_at <= :at and l.left_at > :at
            where c.starts_at <= :at and c.ends_at > :at and c.state not in ('DRAFT', 'CHECKING')
                and not exists (select from marketplace.campaign_pause p
                    where p.campaign_id = c.id and p.since <= :at and p.until > :at)
            order by c.ends_at, c.slug limit 1
            on conflict do nothing""")
    int countSold(String source, long number, UUID listingId, long grams, long fen, Instant at);

    @Query("""
            insert into marketplace.campaign_sale (source, kind, number, campaign_id, listing_id, grams, fen, at)
            select :source, 'RETURNED', :number, s.campaign_id, :listingId, :grams, :fen, :at
            from marketplace.campaign_sale s
            where s.source = :source and s.kind = 'SOLD' and s.listing_id = :listingId
            order by s.number limit 1
            on conflict do nothing""")
    int countReturned(String source, long number, UUID listingId, long grams, long fen, Instant at);

    /** For the campaign most of the purchase is of. */
    @Query("""
            insert into marketplace.campaign_gift (source, campaign_id, fen, at)
            select :source, s.campaign_id, :fen, :at from marketplace.campaign_sale s
            where s.source in (:orders) and s.kind = 'SOLD'
            group by s.campaign_id order by sum(s.fen) desc, s.campaign_id limit 1
            on conflict do nothing""")
    int countGift(String source, List<String> orders, long fen, Instant at);

    /** The whole, under no listing, and each listing. */
    @Query("""
            select s.listing_id,
                coalesce(sum(grams) filter (where kind = 'SOLD'), 0)::bigint as sold_grams,
                coalesce(sum(fen) filter (where kind = 'SOLD'), 0)::bigint as sold_fen,
                coalesce(sum(grams) filter (where kind = 'RETURNED'), 0)::bigint as returned_grams,
                coalesce(sum(fen) filter (where kind = 'RETURNED'), 0)::bigint as returned_fen,
                coalesce(sum(grams) filter (where kind = 'RETURNED' and at >= c.ends_at), 0)::bigint as late_grams,
                coalesce(sum(fen) filter (where kind = 'RETURNED' and at >= c.ends_at), 0)::bigint as late_fen,
                count(distinct source) filter (where kind = 'SOLD') as orders,
                case when s.listing_id is null then (select coalesce(sum(g.fen), 0)::bigint
                    from marketplace.campaign_gift g where g.campaign_id = :campaignId) else 0 end as gift_fen
            from marketplace.campaign_sale s join marketplace.campaign c on c.id = s.campaign_id
            where s.campaign_id = :campaignId
            group by grouping sets ((), (s.listing_id)) order by s.listing_id""")
    List<Sums> sums(UUID campaignId);

    @Query("""
            insert into marketplace.campaign_reservation (source, campaign_id, fen)
            values (:source, :campaignId, :fen) on conflict do nothing""")
    int reserve(UUID campaignId, String source, long fen);

    @Query("""
            select true from marketplace.campaign where id = :campaignId and reserved_fen + :fen <= budget_fen
            for update""")
    Optional<Boolean> lockWithBudget(UUID campaignId, long fen);

    @Query("select fen from marketplace.campaign_reservation where source = :source and campaign_id = :campaignId")
    Optional<Long> reserved(UUID campaignId, String source);

    @Query("update marketplace.campaign set budget_funded = true where id = :campaignId")
    int fund(UUID campaignId);

    /** Those whose money is kept, but for what is over and settled. */
    @Query(CAMPAIGNS + """
            where c.budget_funded and (c.state in ('OPEN', 'LIVE') or c.reserved_fen > 0)""")
    List<CampaignRow> funded();

    @Query("delete from marketplace.campaign_reservation where source = :source and campaign_id = :campaignId")
    int release(UUID campaignId, String source);
}
