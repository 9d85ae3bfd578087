-- equality of ids beside overlap of times, in one constraint
create extension if not exists btree_gist;

-- What was read when it was signed, word for word.
create table catalog.enrolment_terms (
    sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
    body   text not null
);
revoke update, delete, truncate on catalog.enrolment_terms from terrace_app;

create table catalog.enrolment (
    id           uuid primary key,
    campaign_id  uuid not null,
    merchant_id  uuid not null,
    listing_id   uuid not null references catalog.listing,
    -- sold in flash sessions only, not all along
    flash        boolean not null default false,
    starts_at    timestamptz not null,
    ends_at      timestamptz not null,
    state        text not null default 'SIGNED'
        check (state in ('SIGNED', 'APPROVED', 'REFUSED', 'WITHDRAWN', 'OVER')),
    signed_by    uuid not null,
    signed_name  text not null check (char_length(signed_name) between 2 and 40),
    signed_at    timestamptz not null default marketplace.clock_now(),
    terms_sha256 text not null references catalog.enrolment_terms,
    decided_by   uuid,
    decided_at   timestamptz,
    reason       text not null default '' check (char_length(reason) <= 200),
    check (starts_at < ends_at),
    check ((state in ('APPROVED', 'REFUSED')) <= (decided_by is not null)),
    check (state <> 'REFUSED' or char_length(reason) >= 4)
);
create unique index enrolment_once on catalog.enrolment (campaign_id, listing_id) where state in ('SIGNED', 'APPROVED');
create index enrolment_merchant on catalog.enrolment (merchant_id, id);
create index enrolment_campaign on catalog.enrolment (campaign_id, state, id);
create index enrolment_to_end on catalog.enrolment (ends_at) where state in ('SIGNED', 'APPROVED');
revoke delete, truncate on catalog.enrolment from terrace_app;

create table catalog.enrolment_line (
    enrolment_id uuid not null references catalog.enrolment,
    sku_id       uuid not null references catalog.sku,
    -- the pledge lies here
    bucket_id    uuid not null unique references catalog.stock_bucket,
    price_fen    bigint not null check (price_fen > 0),
    ordinary_fen bigint not null check (ordinary_fen > 0),
    pledge       bigint not null check (pledge > 0),
    primary key (enrolment_id, sku_id)
);
create index enrolment_line_sku on catalog.enrolment_line (sku_id);
revoke update, delete, truncate on catalog.enrolment_line from terrace_app;

-- A price that begins and ends by itself; two of one SKU never hold at once. It has the id of the bucket it sells from.
create table catalog.campaign_offer (
    id           uuid primary key references catalog.stock_bucket,
    enrolment_id uuid not null references catalog.enrolment,
    campaign_id  uuid not null,
    sku_id       uuid not null references catalog.sku,
    listing_id   uuid not null references catalog.listing,
    price_fen    bigint not null check (price_fen > 0),
    -- what may be called the price before: the lowest of the thirty days before it begins; null when nothing may
    was_fen      bigint check (was_fen > 0),
    pieces       bigint not null check (pieces > 0),
    flash        boolean not null default false,
    starts_at    timestamptz not null,
    ends_at      timestamptz not null,
    paused       boolean not null default false,
    -- what others were told of it
    begun        boolean not null default false,
    over         boolean not null default false,
    check (starts_at < ends_at),
    check (not over or begun),
    constraint campaign_offer_one_at_a_time
        exclude using gist (sku_id with =, tstzrange(starts_at, ends_at) with &&)
);
create index campaign_offer_listing on catalog.campaign_offer (listing_id, ends_at);
create index campaign_offer_sku on catalog.campaign_offer (sku_id, ends_at);
create index campaign_offer_enrolment on catalog.campaign_offer (enrolment_id);
create index campaign_offer_flash on catalog.campaign_offer (starts_at) where flash;
create index campaign_offer_to_begin on catalog.campaign_offer (starts_at) where not begun;
create index campaign_offer_to_end on catalog.campaign_offer (ends_at) where not over;
revoke truncate on catalog.campaign_offer from terrace_app;

-- The one place that says which campaign price holds at this moment, by the clock of the database alone. What is promised
-- to the last piece has no campaign price any more.
create view catalog.campaign_price as
select o.id, o.campaign_id, o.enrolment_id, o.sku_id, o.listing_id, k.grams,
    least(o.price_fen, k.price_fen) as price_fen,
    case when o.was_fen > o.price_fen then o.was_fen end as was_fen,
    k.price_fen as ordinary_fen, o.flash, o.ends_at, b.cap,
    greatest(0, b.pieces - b.held - b.waiting) as free
from catalog.campaign_offer o
join catalog.stock_bucket b on b.id = o.id
join catalog.sku k on k.id = o.sku_id
where o.starts_at <= (select marketplace.clock_now()) and o.ends_at > (select marketplace.clock_now())
    and not o.paused and not b.closed and b.pieces > b.held;
