alter table listing drop constraint listing_status_check;
alter table listing add constraint listing_status_check check (status in ('DRAFT', 'IN_REVIEW', 'PUBLISHED'));
alter table listing add column certificates text not null default '' check (char_length(certificates) <= 60);
-- a merchant's own list by state, newest first
create index listing_merchant_state on listing (merchant_id, status, on_shelf, id);

-- two sizes may swap their names in one saving
alter table sku drop constraint sku_listing_id_name_key;
alter table sku add constraint sku_listing_id_name_key unique (listing_id, name) deferrable initially deferred;

create table review (
    id uuid primary key,
    listing_id uuid not null references listing,
    merchant_id uuid not null,
    kind text not null check (kind in ('NEW', 'CHANGE')),
    state text not null default 'PENDING' check (state in ('PENDING', 'APPROVED', 'RETURNED', 'OVERTAKEN')),
    submitted_by uuid not null,
    submitted_at timestamptz not null default marketplace.clock_now(),
    decided_by uuid,
    decided_at timestamptz,
    reason text not null default '' check (char_length(reason) <= 500),
    check ((state in ('APPROVED', 'RETURNED')) = (decided_by is not null)),
    check (state <> 'RETURNED' or reason <> '')
);
create unique index review_one_waits on review (listing_id) where state = 'PENDING';
create index review_waiting on review (submitted_at, id) where state = 'PENDING';
create index review_listing on review (listing_id, submitted_at);

create table review_change (
    review_id uuid not null references review,
    position integer not null,
    field text not null check (field in ('TITLE', 'PICTURE', 'COUNTY', 'VILLAGE', 'CERTIFICATES', 'PRICE')),
    sku_id uuid references sku,
    before text not null,
    after text not null,
    primary key (review_id, position),
    check ((field = 'PRICE') = (sku_id is not null))
);
revoke update, delete, truncate on review_change from terrace_app;

alter table stock_movement drop constraint stock_movement_kind_check;
alter table stock_movement add constraint stock_movement_kind_check
    check (kind in ('IN', 'OUT', 'SPOILED', 'COUNTED', 'ADJUSTED'));

-- Apart from stock, whose row is hot; those below are looked for from here.
create table stock_watch (
    sku_id uuid primary key references sku,
    merchant_id uuid not null,
    low_at bigint not null check (low_at > 0)
);
create index stock_watch_merchant on stock_watch (merchant_id, sku_id);

create table lot (
    id uuid primary key,
    code text not null unique check (code ~ '^[0-9A-Z]{8}$'),
    merchant_id uuid not null,
    listing_id uuid not null references listing,
    harvested_on date not null,
    county_code text not null check (county_code ~ '^[0-9]{6}$'),
    village text not null default '',
    grams bigint not null check (grams > 0),
    certificate text not null default '',
    test_report text not null default '',
    recorded_by uuid not null,
    recorded_at timestamptz not null default marketplace.clock_now()
);
create index lot_merchant on lot (merchant_id, id);
create index lot_listing on lot (listing_id, harvested_on, id);
revoke update, delete, truncate on lot from terrace_app;
