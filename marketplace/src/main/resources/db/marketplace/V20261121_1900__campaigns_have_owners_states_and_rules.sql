-- A campaign is written by an organiser, checked by somebody else, and moved on by time. Rows without a maker are the
-- market's own (defined whole, dated anew); they begin as running.
alter table marketplace.campaign drop constraint campaign_goal_grams_check;
alter table marketplace.campaign
    add check (goal_grams >= 0),
    add column goal_fen bigint not null default 0 check (goal_fen >= 0),
    add column goal_households int not null default 0 check (goal_households >= 0),
    add column state text not null default 'LIVE'
        check (state in ('DRAFT', 'CHECKING', 'OPEN', 'LIVE', 'ENDED', 'AUDITED')),
    -- null: the platform itself
    add column owner_partner_id uuid references marketplace.partner,
    add column made_by uuid references marketplace.account,
    add column made_at timestamptz not null default marketplace.clock_now(),
    add column checked_by uuid references marketplace.account,
    -- grows with every saving, so that of two people at one draft neither loses words unseen
    add column version int not null default 0,
    add column least_discount_percent int not null default 0 check (least_discount_percent between 0 and 90),
    add column lowest_of_days int not null default 0 check (lowest_of_days between 0 and 365),
    -- of divisions, two to six digits; none: from anywhere
    add column origin_codes text[] not null default '{}',
    add column per_member_cap int not null default 0 check (per_member_cap between 0 and 10000),
    add column least_pledge int not null default 0 check (least_pledge between 0 and 1000000),
    add column budget_fen bigint not null default 0 check (budget_fen >= 0),
    add column reserved_fen bigint not null default 0,
    add column platform_share int not null default 0 check (platform_share between 0 and 10000),
    add column organiser_share int not null default 0 check (organiser_share between 0 and 10000),
    add column merchant_share int not null default 10000 check (merchant_share between 0 and 10000),
    add column pavilion_codes text[] not null default '{}',
    add column blocks text[] not null default '{STORY,PROGRESS,PAVILIONS,GOODS,RULES,METHOD}',
    -- when the facts first came to the goal; stays, whatever comes back later
    add column reached_at timestamptz,
    add constraint campaign_budget check (reserved_fen between 0 and budget_fen),
    add constraint campaign_shares check (platform_share + organiser_share + merchant_share = 10000),
    add constraint campaign_checked_by_another check (checked_by <> made_by),
    add constraint campaign_checked check (made_by is null or state in ('DRAFT', 'CHECKING') or checked_by is not null),
    add constraint campaign_goal check (state = 'DRAFT' or goal_grams > 0 or goal_fen > 0 or goal_households > 0);
create index campaign_moving on marketplace.campaign (state, starts_at, ends_at);

-- DRAFT → CHECKING → OPEN (or back to DRAFT) → LIVE → ENDED → AUDITED. Merchants sign what was checked: once it left the
-- drafts nothing of it may change.
create function marketplace.campaign_steps() returns trigger language plpgsql as $$
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
            old.goal_fen, old.goal_households, old.starts_at, old.ends_at, old.households, old.households_basis,
            old.recommended_by, old.recommended_by_en, old.owner_partner_id, old.made_by, old.least_discount_percent, old.lowest_of_days, old.origin_codes,
            old.per_member_cap, old.least_pledge, old.budget_fen, old.platform_share, old.organiser_share,
            old.merchant_share, old.pavilion_codes, old.blocks)
        is distinct from (new.slug, new.title, new.title_en, new.story, new.story_en, new.goal_grams,
            new.goal_fen, new.goal_households, new.starts_at, new.ends_at, new.households, new.households_basis,
            new.recommended_by, new.recommended_by_en, new.owner_partner_id, new.made_by, new.least_discount_percent, new.lowest_of_days, new.origin_codes,
            new.per_member_cap, new.least_pledge, new.budget_fen, new.platform_share, new.organiser_share,
            new.merchant_share, new.pavilion_codes, new.blocks)
    then
        raise exception 'what was handed in for checking stays as it is'
            using errcode = 'check_violation', constraint = 'campaign_frozen';
    end if;
    return new;
end $$;
create trigger campaign_steps before update on marketplace.campaign
    for each row execute function marketplace.campaign_steps();

-- What was done to a campaign, by whom and why; without an account it was time that moved it.
create table marketplace.campaign_step (
    id          bigint generated always as identity primary key,
    campaign_id uuid not null references marketplace.campaign,
    act         text not null check (act in ('CREATED', 'HANDED_IN', 'RETURNED', 'OPENED', 'STARTED', 'PAUSED',
        'RESUMED', 'REACHED', 'ENDED', 'PUBLISHED', 'AUDITED', 'NOTED')),
    account_id  uuid references marketplace.account,
    note        text not null default '' check (length(note) <= 500),
    at          timestamptz not null default marketplace.clock_now(),
    check (act not in ('RETURNED', 'PAUSED', 'RESUMED', 'AUDITED', 'NOTED') or length(note) >= 4)
);
create index campaign_step_campaign on marketplace.campaign_step (campaign_id, id);
create unique index campaign_step_once on marketplace.campaign_step (campaign_id, act)
    where act in ('CREATED', 'OPENED', 'STARTED', 'REACHED', 'ENDED', 'PUBLISHED', 'AUDITED');

-- What the checker ticked, with the step that it led to.
create table marketplace.campaign_check (
    step_id bigint not null references marketplace.campaign_step,
    item    text not null check (item ~ '^[A-Z_]{3,40}$'),
    passed  boolean not null,
    primary key (step_id, item)
);
revoke update, delete, truncate on marketplace.campaign_step, marketplace.campaign_check from terrace_app;

-- While it is paused nothing is sold for it. One pause at a time.
create table marketplace.campaign_pause (
    campaign_id uuid not null references marketplace.campaign,
    since       timestamptz not null default marketplace.clock_now(),
    until       timestamptz not null default 'infinity',
    primary key (campaign_id, since),
    check (since <= until)
);
create unique index campaign_pause_one on marketplace.campaign_pause (campaign_id) where until = 'infinity';
revoke delete, truncate on marketplace.campaign_pause from terrace_app;

-- A listing that leaves keeps its row: what was sold for it before may be told later.
alter table marketplace.campaign_listing
    add column joined_at timestamptz not null default '-infinity',
    add column left_at timestamptz not null default 'infinity',
    -- put there with the campaign itself, not by an enrolment
    add column defined boolean not null default false;
update marketplace.campaign_listing set defined = true;

-- When a fact became known here, so that a figure can be told as of any moment.
alter table marketplace.campaign_sale add column counted_at timestamptz not null default marketplace.clock_now();

-- Budget that is promised to somebody, an enrolment for instance, until it is given back. Never more than there is.
create table marketplace.campaign_reservation (
    source      text primary key check (length(source) between 3 and 100),
    campaign_id uuid not null references marketplace.campaign,
    fen         bigint not null check (fen > 0),
    at          timestamptz not null default marketplace.clock_now()
);
create index campaign_reservation_campaign on marketplace.campaign_reservation (campaign_id);
revoke update, truncate on marketplace.campaign_reservation from terrace_app;
create function marketplace.campaign_reserved() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        update marketplace.campaign set reserved_fen = reserved_fen + new.fen where id = new.campaign_id;
    else
        update marketplace.campaign set reserved_fen = reserved_fen - old.fen where id = old.campaign_id;
    end if;
    return null;
end $$;
create trigger campaign_reserved after insert or delete on marketplace.campaign_reservation
    for each row execute function marketplace.campaign_reserved();

-- The result as it was told; what is learnt later is told beside it, not written over it.
create table marketplace.campaign_report (
    campaign_id  uuid primary key references marketplace.campaign,
    published_at timestamptz not null default marketplace.clock_now(),
    published_by uuid not null references marketplace.account,
    summary      text not null check (length(summary) between 10 and 2000),
    summary_en   text not null check (length(summary_en) between 10 and 4000)
);
revoke update, delete, truncate on marketplace.campaign_report from terrace_app;
