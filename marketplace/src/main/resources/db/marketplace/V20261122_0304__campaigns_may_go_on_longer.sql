-- A campaign that has not begun may be given a later end: its organiser asks, an operator checks it once more. What
-- merchants signed before stays as they signed it; their prices end when they said.
create table marketplace.campaign_extension (
    id          uuid primary key,
    campaign_id uuid not null references marketplace.campaign,
    ends_at     timestamptz not null,
    reason      text not null check (length(reason) between 4 and 500),
    asked_by    uuid not null references marketplace.account,
    asked_at    timestamptz not null default marketplace.clock_now(),
    decided_by  uuid references marketplace.account,
    decided_at  timestamptz,
    granted     boolean,
    check ((decided_by is null) = (decided_at is null) and (decided_by is null) = (granted is null)),
    constraint campaign_extension_checked_by_another check (decided_by <> asked_by)
);
create unique index campaign_extension_waiting on marketplace.campaign_extension (campaign_id) where decided_by is null;
create index campaign_extension_granted on marketplace.campaign_extension (campaign_id, ends_at) where granted;
revoke update, delete, truncate on marketplace.campaign_extension from terrace_app;
grant update (decided_by, decided_at, granted) on marketplace.campaign_extension to terrace_app;

alter table marketplace.campaign_step drop constraint campaign_step_act_check;
alter table marketplace.campaign_step add constraint campaign_step_act_check
    check (act in ('CREATED', 'HANDED_IN', 'RETURNED', 'OPENED', 'STARTED', 'PAUSED', 'RESUMED', 'REACHED', 'ENDED',
        'PUBLISHED', 'AUDITED', 'NOTED', 'ASKED_LONGER', 'EXTENDED', 'NOT_EXTENDED'));

-- As before, but for an end that was granted before the beginning.
create or replace function marketplace.campaign_steps() returns trigger language plpgsql as $$
begin
    if old.made_by is null then
        return new;
    end if;
    if new.state <> old.state and (old.state, new.state) not in (('DRAFT', 'CHECKING'), ('CHECKING', 'DRAFT'),
        ('CHECKING', 'OPEN'), ('OPEN', 'LIVE'), ('LIVE', 'ENDED'), ('ENDED', 'AUDITED'))
    then
        raise exception 'no campaign goes from % to %', old.state, new.state
            using errcode = 'check_violation', constraint = 'campaign_steps';
    end if;
    if old.state <> 'DRAFT' and (old.slug, old.title, old.title_en, old.story, old.story_en, old.goal_grams,
            old.goal_fen, old.goal_households, old.starts_at, old.households, old.households_basis,
            old.recommended_by, old.recommended_by_en, old.owner_partner_id, old.made_by, old.least_discount_percent, old.lowest_of_days, old.origin_codes,
            old.per_member_cap, old.least_pledge, old.budget_fen, old.platform_share, old.organiser_share,
            old.merchant_share, old.pavilion_codes, old.blocks)
        is distinct from (new.slug, new.title, new.title_en, new.story, new.story_en, new.goal_grams,
            new.goal_fen, new.goal_households, new.starts_at, new.households, new.households_basis,
            new.recommended_by, new.recommended_by_en, new.owner_partner_id, new.made_by, new.least_discount_percent, new.lowest_of_days, new.origin_codes,
            new.per_member_cap, new.least_pledge, new.budget_fen, new.platform_share, new.organiser_share,
            new.merchant_share, new.pavilion_codes, new.blocks)
    then
        raise exception 'what was handed in for checking stays as it is'
            using errcode = 'check_violation', constraint = 'campaign_frozen';
    end if;
    if old.state <> 'DRAFT' and new.ends_at <> old.ends_at and not (old.state = 'OPEN' and new.ends_at > old.ends_at
        and old.starts_at > marketplace.clock_now() and exists (
            select from marketplace.campaign_extension e
            where e.campaign_id = old.id and e.ends_at = new.ends_at and e.granted))
    then
        raise exception 'an end is moved only to a later one that was granted, and before the beginning'
            using errcode = 'check_violation', constraint = 'campaign_frozen';
    end if;
    return new;
end $$;
