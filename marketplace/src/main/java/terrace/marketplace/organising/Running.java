package terrace.marketplace.organising;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.util.UUID;
import terrace.marketplace.campaigns.Campaigns;

/** Campaigns under way: paused by people, moved on by time. Whether somebody may is for the caller to have asked. */
@Singleton
public class Running {

    private static final String START = """
            with moved as (
                update marketplace.campaign set state = 'LIVE'
                where state = 'OPEN' and starts_at <= marketplace.clock_now() returning id, starts_at)
            insert into marketplace.campaign_step (campaign_id, act, at) select id, 'STARTED', starts_at from moved
            on conflict do nothing
            """;

    private static final String END = """
            with moved as (
                update marketplace.campaign set state = 'ENDED'
                where state = 'LIVE' and ends_at <= marketplace.clock_now() returning id, ends_at)
            insert into marketplace.campaign_step (campaign_id, act, at) select id, 'ENDED', ends_at from moved
            on conflict do nothing
            """;

    /** The moment of the fact with which sold less returned first came to the goal. */
    private static final String REACH = """
            with far as (
                select c.id, c.goal_grams, c.goal_fen from marketplace.campaign c
                join marketplace.campaign_sale s on s.campaign_id = c.id and s.kind = 'SOLD'
                where c.reached_at is null and c.state in ('LIVE', 'ENDED') and (c.goal_grams > 0 or c.goal_fen > 0)
                group by c.id
                having case when c.goal_grams > 0 then sum(s.grams) >= c.goal_grams else sum(s.fen) >= c.goal_fen end
            ), running as (
                select f.id, s.at, f.goal_grams, f.goal_fen,
                    sum(case s.kind when 'SOLD' then s.grams else -s.grams end) over w as grams,
                    sum(case s.kind when 'SOLD' then s.fen else -s.fen end) over w as fen
                from far f join marketplace.campaign_sale s on s.campaign_id = f.id
                window w as (partition by f.id order by s.at, s.source, s.kind desc, s.number
                    rows unbounded preceding)
            ), reached as (
                update marketplace.campaign c set reached_at = r.at from (
                    select id, min(at) as at from running
                    where case when goal_grams > 0 then grams >= goal_grams else fen >= goal_fen end group by id) r
                where c.id = r.id and c.reached_at is null returning c.id, c.reached_at)
            insert into marketplace.campaign_step (campaign_id, act, at) select id, 'REACHED', reached_at from reached
            on conflict do nothing
            """;

    /** The same of families: the moment the last of so many was first helped by goods of which something is left. */
    private static final String HELP = """
            with reached as (
                update marketplace.campaign c set reached_at = r.at from (
                    select g.id, (
                        select h.at from (
                            select m.household_id, min(f.at) as at from (
                                select allocation, min(at) as at from marketplace.impact_fact
                                where campaign = g.slug and campaign <> '' and allocation is not null
                                group by allocation having sum(fen) > 0) f
                            join marketplace.allocation_household m on m.allocation = f.allocation
                            group by m.household_id) h
                        order by h.at offset g.goal_households - 1 limit 1) as at
                    from marketplace.campaign g
                    where g.reached_at is null and g.state in ('LIVE', 'ENDED')
                        and g.goal_grams = 0 and g.goal_fen = 0 and g.goal_households > 0) r
                where c.id = r.id and r.at is not null and c.reached_at is null returning c.id, c.reached_at)
            insert into marketplace.campaign_step (campaign_id, act, at) select id, 'REACHED', reached_at from reached
            on conflict do nothing
            """;

    private final PlanRepository plans;
    private final Plans steps;
    private final Campaigns campaigns;
    private final JdbcOperations jdbc;

    Running(PlanRepository plans, Plans steps, Campaigns campaigns, JdbcOperations jdbc) {
        this.plans = plans;
        this.steps = steps;
        this.campaigns = campaigns;
        this.jdbc = jdbc;
    }

    /** Nothing counts for it, and nobody enrols, until it goes on. */
    @Transactional
    public Halting pause(UUID accountId, UUID campaignId, String reason) {
        if (!CampaignStep.good(reason.strip())) {
            return new Halting.NoReason();
        }
        return plans.pause(campaignId) == 0 ? new Halting.NotNow() : done(accountId, campaignId, Act.PAUSED, reason);
    }

    @Transactional
    public Halting resume(UUID accountId, UUID campaignId, String reason) {
        if (!CampaignStep.good(reason.strip())) {
            return new Halting.NoReason();
        }
        return plans.resume(campaignId) == 0 ? new Halting.NotNow() : done(accountId, campaignId, Act.RESUMED, reason);
    }

    /** A note for everybody to read, such as why goods came back after the end. */
    @Transactional
    public Halting note(UUID accountId, UUID campaignId, String note) {
        if (!CampaignStep.good(note.strip())) {
            return new Halting.NoReason();
        }
        boolean over = campaigns
                .asItStands(campaignId)
                .filter(campaign -> campaign.state().over())
                .isPresent();
        return over ? done(accountId, campaignId, Act.NOTED, note) : new Halting.NotNow();
    }

    /** Starts and ends what is due and writes down what has reached its goal. Safe twice, safe late. */
    @Transactional
    public void moveOn() {
        run(START);
        run(END);
        run(REACH);
        run(HELP);
    }

    private Halting done(UUID accountId, UUID campaignId, Act act, String note) {
        steps.did(accountId, campaignId, act, note.strip());
        campaigns.forget(campaignId);
        return new Halting.Done();
    }

    private int run(String sql) {
        return jdbc.prepareStatement(sql, PreparedStatement::executeUpdate);
    }
}
