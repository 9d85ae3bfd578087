-- A batch of coupons: what one is worth, for what and whom, and who bears it. What is claimed is reserved at once.
create table marketplace.coupon_batch (
    id              uuid primary key,
    kind            text not null check (kind in ('ANY', 'GOODS', 'PEOPLE')),
    title           text not null check (length(title) between 1 and 40),
    title_en        text not null check (length(title_en) between 1 and 80),
    face_fen        bigint not null check (face_fen between 1 and 1000000),
    threshold_fen   bigint not null check (threshold_fen >= 0),
    cover_percent   int not null check (cover_percent between 1 and 99),
    budget_fen      bigint not null check (budget_fen > 0),
    claimed_fen     bigint not null default 0,
    per_person      int not null check (per_person between 1 and 20),
    platform_share  int not null check (platform_share between 0 and 10000),
    organiser_share int not null check (organiser_share between 0 and 10000),
    merchant_share  int not null check (merchant_share between 0 and 10000),
    organiser_id    uuid references marketplace.partner,
    merchant_id     uuid references marketplace.merchant,
    opens_at        timestamptz not null,
    ends_at         timestamptz not null,
    made_by         uuid not null,
    made_at         timestamptz not null default marketplace.clock_now(),
    stopped_at      timestamptz,
    stopped_by      uuid,
    constraint coupon_batch_budget check (claimed_fen between 0 and budget_fen),
    constraint coupon_batch_shares check (platform_share + organiser_share + merchant_share = 10000),
    check ((organiser_share > 0) = (organiser_id is not null)),
    check ((merchant_share > 0) = (merchant_id is not null)),
    check (opens_at < ends_at),
    check ((stopped_at is null) = (stopped_by is null))
);
create index coupon_batch_open on marketplace.coupon_batch (ends_at) where stopped_at is null;

-- What it is for; a batch without targets is for everything.
create table marketplace.coupon_target (
    batch_id  uuid not null references marketplace.coupon_batch,
    kind      text not null check (kind in ('LISTING', 'MERCHANT', 'CATEGORY')),
    target_id uuid not null,
    primary key (batch_id, kind, target_id)
);

-- Whom it is for, where it is for given people.
create table marketplace.coupon_person (
    batch_id  uuid not null references marketplace.coupon_batch,
    member_id uuid not null,
    primary key (batch_id, member_id)
);
create index coupon_person_member on marketplace.coupon_person (member_id);

create table marketplace.coupon (
    id          uuid primary key,
    batch_id    uuid not null references marketplace.coupon_batch,
    member_id   uuid not null,
    -- the first, second … of its batch in one hand
    ordinal     int  not null check (ordinal >= 1),
    state       text not null default 'HELD' check (state in ('HELD', 'FROZEN', 'USED')),
    purchase_id uuid,
    claimed_at  timestamptz not null default marketplace.clock_now(),
    used_at     timestamptz,
    unique (batch_id, member_id, ordinal),
    check ((state = 'HELD') = (purchase_id is null)),
    check ((state = 'USED') = (used_at is not null))
);
create index coupon_of_member on marketplace.coupon (member_id, claimed_at desc);
create index coupon_of_purchase on marketplace.coupon (purchase_id) where purchase_id is not null;

-- Nobody holds more than the batch allows, and all of them together never more than its budget.
create function marketplace.coupon_claimed() returns trigger language plpgsql as $$
declare
    batch marketplace.coupon_batch;
begin
    if new.state <> 'HELD' then
        raise exception 'a coupon begins as held' using errcode = 'check_violation';
    end if;
    update marketplace.coupon_batch set claimed_fen = claimed_fen + face_fen
        where id = new.batch_id returning * into batch;
    if new.ordinal > batch.per_person then
        raise exception 'one more coupon of % than a person may have', new.batch_id
            using errcode = 'check_violation', constraint = 'coupon_per_person';
    end if;
    return new;
end $$;
create trigger coupon_claimed before insert on marketplace.coupon
    for each row execute function marketplace.coupon_claimed();

-- held → frozen with a purchase → held again, or used by the same purchase → held again when all of it is undone
create function marketplace.coupon_steps() returns trigger language plpgsql as $$
begin
    if (old.state, new.state) not in
            (('HELD', 'FROZEN'), ('FROZEN', 'HELD'), ('FROZEN', 'USED'), ('USED', 'HELD'))
        or new.state = 'USED' and new.purchase_id <> old.purchase_id
    then
        raise exception 'no coupon goes from % to %', old.state, new.state
            using errcode = 'check_violation', constraint = 'coupon_steps';
    end if;
    return new;
end $$;
create trigger coupon_steps before update on marketplace.coupon
    for each row execute function marketplace.coupon_steps();

revoke update, delete, truncate on marketplace.coupon_batch, marketplace.coupon_target, marketplace.coupon_person,
    marketplace.coupon from terrace_app;
grant update (claimed_fen, stopped_at, stopped_by) on marketplace.coupon_batch to terrace_app;
grant update (state, purchase_id, used_at) on marketplace.coupon to terrace_app;

-- Points: facts that are only added, each once by its source and kind; a balance that never falls below nothing.
create table marketplace.points_balance (
    member_id uuid primary key,
    points    bigint not null default 0,
    constraint points_floor check (points >= 0)
);
create table marketplace.points_fact (
    source    uuid not null,
    kind      text not null check (kind in ('EARNED', 'FROZEN', 'THAWED', 'USED', 'TAKEN_BACK', 'GIVEN_BACK')),
    member_id uuid not null,
    points    bigint not null check (points > 0),
    at        timestamptz not null default marketplace.clock_now(),
    primary key (source, kind)
);
create index points_fact_member on marketplace.points_fact (member_id, at desc, source);
-- what was frozen is thawed or used, not both
create unique index points_fact_frozen_once on marketplace.points_fact (source) where kind in ('THAWED', 'USED');

create function marketplace.keep_points() returns trigger language plpgsql security definer
    set search_path = pg_catalog, pg_temp as $$
declare
    moved bigint := case new.kind
        when 'EARNED' then new.points when 'THAWED' then new.points when 'GIVEN_BACK' then new.points
        when 'USED' then 0 else -new.points end;
begin
    insert into marketplace.points_balance (member_id) values (new.member_id) on conflict do nothing;
    update marketplace.points_balance set points = points + moved where member_id = new.member_id;
    return null;
end $$;
create trigger keep_points after insert on marketplace.points_fact
    for each row execute function marketplace.keep_points();

-- Holds a balance until the transaction ends and returns it; 0 for who never had points.
create function marketplace.lock_points(wanted uuid) returns bigint language sql volatile security definer
    set search_path = pg_catalog, pg_temp as $$
    select coalesce((select points from marketplace.points_balance where member_id = wanted for update), 0)
$$;

revoke update, delete, truncate on marketplace.points_fact from terrace_app;
revoke insert, update, delete, truncate on marketplace.points_balance from terrace_app;
