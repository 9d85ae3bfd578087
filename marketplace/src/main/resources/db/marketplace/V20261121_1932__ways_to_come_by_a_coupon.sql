-- How one comes by a coupon of a batch: claimed by anyone, from its moment on, with a newcomers' pack, for coming every
-- day, by a code, or handed out by an organisation to its people.
alter table marketplace.coupon_batch
    add column way text not null default 'OPEN'
        check (way in ('OPEN', 'RUSH', 'NEWCOMER', 'SIGN_IN', 'CODE', 'ENTITLEMENT')),
    add column streak_days int check (streak_days between 1 and 30),
    add column per_device int check (per_device between 1 and 20),
    add column campaign_slug text check (campaign_slug ~ '^[a-z0-9][a-z0-9-]{1,59}$'),
    add constraint coupon_batch_streak check ((way = 'SIGN_IN') = (streak_days is not null));

-- The browser it was claimed with, as a hash; whoever clears their cookies is another browser, and the cap a person is
-- held to stays.
alter table marketplace.coupon add column device bytea;
create index coupon_of_device on marketplace.coupon (batch_id, device) where device is not null;
grant insert (device) on marketplace.coupon to terrace_app;

-- What a code is good for, by its hash: one for many people, or each for one.
create table marketplace.coupon_code (
    hash     bytea primary key,
    batch_id uuid not null references marketplace.coupon_batch,
    single   boolean not null,
    used_by  uuid,
    used_at  timestamptz,
    check ((used_by is null) = (used_at is null)),
    check (single or used_by is null)
);
create index coupon_code_batch on marketplace.coupon_code (batch_id);
revoke update, delete, truncate on marketplace.coupon_code from terrace_app;
grant update (used_by, used_at) on marketplace.coupon_code to terrace_app;

-- Who came on which day, and on how many in a row.
create table marketplace.daily_sign_in (
    member_id uuid not null,
    day       date not null,
    streak    int not null check (streak >= 1),
    primary key (member_id, day)
);
revoke update, delete, truncate on marketplace.daily_sign_in from terrace_app;

alter table marketplace.attempt drop constraint attempt_kind_check;
alter table marketplace.attempt add constraint attempt_kind_check
    check (kind in ('SIGN_IN', 'SECOND_FACTOR', 'REGISTER', 'RESET', 'ASSISTANCE', 'PHONE_CODE', 'COUPON_CODE'));

-- A sheet by which an organisation hands coupons to its people; what is done is done in pieces. The sheet itself, which
-- names people, is sealed.
create table marketplace.entitlement_run (
    id         uuid primary key,
    partner_id uuid not null references marketplace.partner,
    batch_id   uuid not null unique references marketplace.coupon_batch,
    title      text not null check (length(title) between 1 and 40),
    sheet      bytea not null,
    rows       int not null check (rows between 1 and 10000),
    done       int not null default 0,
    made_by    uuid not null,
    made_at    timestamptz not null default marketplace.clock_now(),
    ended_at   timestamptz,
    constraint entitlement_run_done check (done between 0 and rows)
);
create index entitlement_run_partner on marketplace.entitlement_run (partner_id, id desc);
create index entitlement_run_open on marketplace.entitlement_run (id) where ended_at is null;
create table marketplace.entitlement (
    run_id     uuid not null references marketplace.entitlement_run,
    number     int not null,
    member_id  uuid,
    department text not null check (length(department) between 1 and 40),
    coupon_id  uuid,
    problem    text check (problem in ('NOBODY', 'TWICE', 'CLOSED')),
    primary key (run_id, number),
    check ((problem is null) = (member_id is not null and coupon_id is not null))
);
create unique index entitlement_once on marketplace.entitlement (run_id, member_id) where member_id is not null;
revoke update, delete, truncate on marketplace.entitlement_run, marketplace.entitlement from terrace_app;
grant update (done, ended_at) on marketplace.entitlement_run to terrace_app;

-- What an organisation promises to buy in a time.
create table marketplace.purchase_pledge (
    id         uuid primary key,
    partner_id uuid not null references marketplace.partner,
    title      text not null check (length(title) between 1 and 40),
    title_en   text not null check (length(title_en) between 1 and 80),
    goal_fen   bigint not null check (goal_fen > 0),
    currency   char(3) not null default 'CNY' check (currency = 'CNY'),
    first_day  date not null,
    last_day   date not null,
    made_by    uuid not null,
    made_at    timestamptz not null default marketplace.clock_now(),
    check (last_day between first_day and first_day + 366)
);
create index purchase_pledge_partner on marketplace.purchase_pledge (partner_id, last_day);
revoke update, delete, truncate on marketplace.purchase_pledge from terrace_app;
