package terrace.marketplace.organising;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.DataType;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes campaigns; they are read through their own door. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface PlanRepository extends GenericRepository<CampaignStep, Long> {

    @Query("""
            insert into marketplace.campaign (id, slug, title, title_en, story, story_en, goal_grams, starts_at,
                ends_at, recommended_by, recommended_by_en, households, households_basis, state,
                owner_partner_id, made_by)
            values (:campaignId, :slug, :title, :titleEn, '', '', 0, :startsAt, :endsAt, :by, :byEn, 0, 'DECLARED',
                'DRAFT', :partnerId, :accountId)
            on conflict do nothing""")
    int begin(
            UUID campaignId,
            String slug,
            String title,
            String titleEn,
            Instant startsAt,
            Instant endsAt,
            String by,
            String byEn,
            @Nullable UUID partnerId,
            UUID accountId);

    @Query("""
            update marketplace.campaign set version = version + 1, slug = :slug, title = :title, title_en = :titleEn,
                story = :story, story_en = :storyEn, goal_grams = :goalGrams, goal_fen = :goalFen,
                goal_households = :goalHouseholds, starts_at = :startsAt, ends_at = :endsAt, households = :households,
                recommended_by = :recommendedBy, recommended_by_en = :recommendedByEn
            where id = :campaignId and version = :version and state = 'DRAFT'
                and not exists (select from marketplace.campaign o where o.slug = :slug and o.id <> :campaignId)""")
    int saveWords(
            UUID campaignId,
            int version,
            String slug,
            String title,
            String titleEn,
            String story,
            String storyEn,
            long goalGrams,
            long goalFen,
            int goalHouseholds,
            Instant startsAt,
            Instant endsAt,
            int households,
            String recommendedBy,
            String recommendedByEn);

    /** In the same transaction, after the words: the row is this one's already. */
    @Query("""
            update marketplace.campaign set least_discount_percent = :leastDiscountPercent,
                lowest_of_days = :lowestOfDays, origin_codes = :originCodes, per_member_cap = :perMemberCap,
                least_pledge = :leastPledge, budget_fen = :budgetFen, platform_share = :platform,
                organiser_share = :organiser, merchant_share = :merchant, pavilion_codes = :pavilionCodes,
                blocks = :blocks
            where id = :campaignId""")
    int saveTerms(
            UUID campaignId,
            int leastDiscountPercent,
            int lowestOfDays,
            @TypeDef(type = DataType.STRING_ARRAY) List<String> originCodes,
            int perMemberCap,
            int leastPledge,
            long budgetFen,
            int platform,
            int organiser,
            int merchant,
            @TypeDef(type = DataType.STRING_ARRAY) List<String> pavilionCodes,
            @TypeDef(type = DataType.STRING_ARRAY) List<String> blocks);

    @Query("""
            update marketplace.campaign set state = 'CHECKING'
            where id = :campaignId and version = :version and state = 'DRAFT'""")
    int handIn(UUID campaignId, int version);

    @Query("""
            update marketplace.campaign set state = 'OPEN', checked_by = :accountId
            where id = :campaignId and version = :version and state = 'CHECKING'
                and starts_at > marketplace.clock_now()""")
    int open(UUID campaignId, int version, UUID accountId);

    @Query("""
            update marketplace.campaign set state = 'DRAFT', version = version + 1
            where id = :campaignId and version = :version and state = 'CHECKING'""")
    int sendBack(UUID campaignId, int version);

    @Query("update marketplace.campaign set state = 'AUDITED' where id = :campaignId and state = 'ENDED'")
    int audit(UUID campaignId);

    @Query("""
            insert into marketplace.campaign_pause (campaign_id)
            select id from marketplace.campaign where id = :campaignId and state in ('OPEN', 'LIVE')
                and starts_at <= marketplace.clock_now() and ends_at > marketplace.clock_now()
            on conflict do nothing""")
    int pause(UUID campaignId);

    @Query("""
            update marketplace.campaign_pause set until = marketplace.clock_now()
            where campaign_id = :campaignId and until = 'infinity'""")
    int resume(UUID campaignId);

    @Query("""
            insert into marketplace.campaign_step (campaign_id, act, account_id, note)
            values (:campaignId, :act, :accountId, :note)""")
    int step(UUID campaignId, String act, UUID accountId, String note);

    @Query("""
            insert into marketplace.campaign_check (step_id, item, passed)
            values ((select max(id) from marketplace.campaign_step where campaign_id = :campaignId), :item, :passed)""")
    int check(UUID campaignId, String item, boolean passed);

    @Query("""
            select * from marketplace.campaign_step where campaign_id = :campaignId
            order by at desc, id desc limit :limit""")
    List<CampaignStep> steps(UUID campaignId, int limit);

    /** The items ticked when it was last checked. */
    @Query("""
            select item from marketplace.campaign_check where passed and step_id = (
                select max(s.id) from marketplace.campaign_step s where s.campaign_id = :campaignId
                    and s.act in ('OPENED', 'RETURNED'))
            order by item""")
    List<String> passed(UUID campaignId);
}
