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

    @Query("select * from marketplace.campaign order by starts_at desc, slug")
    List<CampaignRow> all();

    @Query("select * from marketplace.campaign where slug = :slug")
    Optional<CampaignRow> bySlug(String slug);

    @Query("select campaign_id, listing_id from marketplace.campaign_listing order by campaign_id, position")
    List<CampaignListing> listings();

    @Query("""
            insert into marketplace.campaign (id, slug, title, title_en, story, story_en, goal_grams, starts_at,
                ends_at, recommended_by, recommended_by_en, households, households_basis)
            values (:id, :slug, :title, :titleEn, :story, :storyEn, :goalGrams, :startsAt,
                :endsAt, :recommendedBy, :recommendedByEn, :households, :basis)
            on conflict (slug) do update set title = :title, title_en = :titleEn, story = :story,
                story_en = :storyEn, goal_grams = :goalGrams, starts_at = :startsAt, ends_at = :endsAt,
                recommended_by = :recommendedBy, recommended_by_en = :recommendedByEn,
                households = :households, households_basis = :basis""")
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

    @Query("delete from marketplace.campaign_listing where campaign_id = :campaignId")
    int removeListings(UUID campaignId);

    @Query("""
            insert into marketplace.campaign_listing (campaign_id, listing_id, position)
            values (:campaignId, :listingId, :position)""")
    int addListing(UUID campaignId, UUID listingId, int position);

    /** A listing in two campaigns at once counts for the one that ends first: nothing is counted twice. */
    @Query("""
            insert into marketplace.campaign_sale (source, kind, number, campaign_id, listing_id, grams, fen, at)
            select :source, 'SOLD', :number, c.id, :listingId, :grams, :fen, :at
            from marketplace.campaign c
            join marketplace.campaign_listing l on l.campaign_id = c.id and l.listing_id = :listingId
            where c.starts_at <= :at and c.ends_at > :at
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

    @Query("""
            select coalesce(sum(case kind when 'SOLD' then grams else -grams end), 0)::bigint as grams,
                   coalesce(sum(case kind when 'SOLD' then fen else -fen end), 0)::bigint as fen,
                   count(distinct source) filter (where kind = 'SOLD') as orders
            from marketplace.campaign_sale where campaign_id = :campaignId""")
    Sums sums(UUID campaignId);
}
