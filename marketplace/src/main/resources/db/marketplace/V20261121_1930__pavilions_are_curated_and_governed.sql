-- Addresses are given away once and for good: the newest leads here, older ones lead to it.
create table marketplace.pavilion_address (
    address       text primary key check (address ~ '^[a-z0-9][a-z0-9-]{1,59}$'),
    pavilion_code text not null references marketplace.pavilion,
    position      bigint generated always as identity
);
create index pavilion_address_pavilion on marketplace.pavilion_address (pavilion_code, position desc);
insert into marketplace.pavilion_address (address, pavilion_code)
    select code, code from marketplace.pavilion order by position, code;
create function marketplace.pavilion_first_address() returns trigger language plpgsql as $$
begin
    insert into marketplace.pavilion_address (address, pavilion_code) values (new.code, new.code);
    return null;
end $$;
create trigger pavilion_first_address after insert on marketplace.pavilion
    for each row execute function marketplace.pavilion_first_address();
revoke update, delete, truncate on marketplace.pavilion_address from terrace_app;

-- Organisers who may arrange a pavilion; who speaks for a co-owner may anyhow.
create table marketplace.pavilion_curator (
    pavilion_code text not null references marketplace.pavilion,
    account_id    uuid not null references marketplace.account,
    primary key (pavilion_code, account_id)
);
create index pavilion_curator_account on marketplace.pavilion_curator (account_id);

-- What a pavilion's page shows and in which order. Written once; what holds is the newest that has begun and was not
-- taken back, so that taking one back brings the one before.
create table marketplace.arrangement (
    id            uuid primary key,
    pavilion_code text not null references marketplace.pavilion,
    sections      text[] not null check (sections <@ array
        ['STORY', 'SEASON', 'COUNTIES', 'FLAGSHIP', 'PICKS', 'GOODS', 'MERCHANTS', 'CERTIFICATES', 'PLACES']),
    story         text not null check (length(story) <= 2000),
    story_en      text not null check (length(story_en) <= 4000),
    season        text not null check (length(season) <= 60),
    season_en     text not null check (length(season_en) <= 120),
    months        int[] not null check (months <@ array [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]),
    county_codes  text[] not null check (cardinality(county_codes) <= 60),
    listing_ids   uuid[] not null check (cardinality(listing_ids) <= 12),
    made_by       uuid not null,
    made_at       timestamptz not null default marketplace.clock_now(),
    starts_at     timestamptz,
    withdrawn_at  timestamptz,
    withdrawn_by  uuid,
    check ((withdrawn_at is null) = (withdrawn_by is null))
);
create index arrangement_pavilion on marketplace.arrangement (pavilion_code, starts_at desc, id desc);
revoke update, delete, truncate on marketplace.arrangement from terrace_app;
grant update (starts_at, withdrawn_at, withdrawn_by) on marketplace.arrangement to terrace_app;

-- How co-owners share the say, in basis points; null where nobody has shared it: then all have the same.
alter table marketplace.pavilion_partner add column share int check (share between 1 and 10000);

-- A partner proposes a merchant or goods; the co-owners vote; more than half of the shares decide.
create table marketplace.pavilion_proposal (
    id            uuid primary key,
    pavilion_code text not null references marketplace.pavilion,
    partner_id    uuid not null references marketplace.partner,
    kind          text not null check (kind in ('MERCHANT', 'LISTING')),
    subject_id    uuid not null,
    sentence      text not null check (length(sentence) between 4 and 300),
    made_by       uuid not null,
    made_at       timestamptz not null default marketplace.clock_now(),
    decided       text check (decided in ('ACCEPTED', 'REFUSED')),
    decided_at    timestamptz,
    check ((decided is null) = (decided_at is null))
);
create index pavilion_proposal_pavilion on marketplace.pavilion_proposal (pavilion_code, id desc);
create unique index pavilion_proposal_once on marketplace.pavilion_proposal (pavilion_code, kind, subject_id)
    where decided is null or decided = 'ACCEPTED';
create table marketplace.pavilion_vote (
    proposal_id uuid not null references marketplace.pavilion_proposal,
    partner_id  uuid not null references marketplace.partner,
    yes         boolean not null,
    account_id  uuid not null,
    at          timestamptz not null default marketplace.clock_now(),
    primary key (proposal_id, partner_id)
);
revoke update, delete, truncate on marketplace.pavilion_proposal, marketplace.pavilion_vote from terrace_app;
grant update (decided, decided_at) on marketplace.pavilion_proposal to terrace_app;

-- Who brought a merchant: one partner for one pavilion, so that the partners' results add up to the pavilion's.
create table marketplace.pavilion_sponsor (
    pavilion_code text not null references marketplace.pavilion,
    merchant_id   uuid not null references marketplace.merchant,
    partner_id    uuid not null references marketplace.partner,
    primary key (pavilion_code, merchant_id)
);

-- Where a pavilion is met: its centre and pick-up points, and fairs on given days.
create table marketplace.pavilion_point (
    id            uuid primary key,
    pavilion_code text not null references marketplace.pavilion,
    kind          text not null check (kind in ('CENTRE', 'PICK_UP')),
    name          text not null check (length(name) between 1 and 40),
    name_en       text not null check (length(name_en) between 1 and 80),
    street        text not null check (length(street) between 1 and 120),
    hours         text not null check (length(hours) between 1 and 60),
    position      bigint generated always as identity
);
create index pavilion_point_pavilion on marketplace.pavilion_point (pavilion_code, position);
create table marketplace.pavilion_fair (
    id            uuid primary key,
    pavilion_code text not null references marketplace.pavilion,
    name          text not null check (length(name) between 1 and 60),
    name_en       text not null check (length(name_en) between 1 and 120),
    street        text not null check (length(street) between 1 and 120),
    first_day     date not null,
    last_day      date not null,
    check (last_day between first_day and first_day + 60)
);
create index pavilion_fair_pavilion on marketplace.pavilion_fair (pavilion_code, last_day);

-- On what terms goods of a zone are sold; the newest row of a zone counts.
create table marketplace.zone_terms (
    id              uuid primary key,
    pavilion_code   text not null references marketplace.pavilion,
    category_ids    uuid[] not null,
    provinces       text[] not null check (cardinality(provinces) <= 34),
    first_provinces text[] not null check (cardinality(first_provinces) <= 34),
    first_until     timestamptz,
    pieces_max      int check (pieces_max between 1 and 999),
    days            int not null check (days between 1 and 90),
    jin_fen_max     bigint check (jin_fen_max > 0),
    ends_at         timestamptz not null,
    made_by         uuid not null,
    position        bigint generated always as identity,
    check (cardinality(first_provinces) = 0 or first_until is not null)
);
create index zone_terms_pavilion on marketplace.zone_terms (pavilion_code, position desc);
revoke update, delete, truncate on marketplace.zone_terms from terrace_app;
