create sequence index_version;

create table listing (
    id uuid primary key,
    merchant_id uuid not null,
    category_id uuid not null references category,
    -- the path of category_id, so that a subtree at any level is one index range
    category1_id uuid not null,
    category2_id uuid,
    category3_id uuid,
    title text not null check (char_length(title) between 2 and 60),
    story text not null default '',
    county_code text not null check (county_code ~ '^[0-9]{6}$'),
    province_code text not null generated always as (substr(county_code, 1, 2)) stored,
    village text not null default '',
    motif text not null check (motif ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    storage text not null check (storage in ('AMBIENT', 'COOL', 'CHILLED', 'FROZEN')),
    shelf_life_days integer not null check (shelf_life_days > 0),
    season text not null default '',
    perishable boolean not null,
    vat_kind text not null check (vat_kind in ('EXEMPT_OWN_GROWN', 'EXEMPT_BY_KIND', 'NINE_PERCENT', 'THIRTEEN_PERCENT')),
    freight_template_id uuid not null references freight_template,
    status text not null default 'DRAFT' check (status in ('DRAFT', 'PUBLISHED')),
    on_shelf boolean not null default false,
    version bigint not null default 1,
    published_at timestamptz,
    -- what a card shows of the cheapest SKU, kept in step by whoever writes SKUs
    price_from_fen bigint not null check (price_from_fen > 0),
    grams bigint not null check (grams > 0),
    per_jin_fen bigint not null check (per_jin_fen >= 0),
    currency char(3) not null default 'CNY',
    sold bigint not null default 0,
    in_stock boolean not null default false,
    check ((status = 'PUBLISHED') = (published_at is not null)),
    check (status = 'PUBLISHED' or not on_shelf)
) with (fillfactor = 50, toast_tuple_target = 512); -- selling out and coming back stays on the page (HOT)
-- cards never read the story: kept out of line, forty cards are forty short rows
alter table listing alter column story set storage external;
alter table listing alter column title set storage main;

create index listing_merchant on listing (merchant_id, id);
create index listing_freight_template on listing (freight_template_id);

create index listing_sold on listing (sold, id) where on_shelf;
create index listing_new on listing (published_at, id) where on_shelf;
create index listing_province_sold on listing (province_code, sold, id) where on_shelf;
create index listing_province_new on listing (province_code, published_at, id) where on_shelf;
create index listing_province_price on listing (province_code, price_from_fen, id) where on_shelf;
create index listing_province_jin on listing (province_code, per_jin_fen, id) where on_shelf;

create index listing_category1_sold on listing (category1_id, sold, id) where on_shelf;
create index listing_category1_new on listing (category1_id, published_at, id) where on_shelf;
create index listing_category1_price on listing (category1_id, price_from_fen, id) where on_shelf;
create index listing_category1_jin on listing (category1_id, per_jin_fen, id) where on_shelf;
create index listing_category2_sold on listing (category2_id, sold, id) where on_shelf;
create index listing_category2_new on listing (category2_id, published_at, id) where on_shelf;
create index listing_category2_price on listing (category2_id, price_from_fen, id) where on_shelf;
create index listing_category2_jin on listing (category2_id, per_jin_fen, id) where on_shelf;
create index listing_category3_sold on listing (category3_id, sold, id) where on_shelf;
create index listing_category3_new on listing (category3_id, published_at, id) where on_shelf;
create index listing_category3_price on listing (category3_id, price_from_fen, id) where on_shelf;
create index listing_category3_jin on listing (category3_id, per_jin_fen, id) where on_shelf;

-- Each row keeps the listing off the shelf by itself; reference tells two papers or two cases apart.
create table off_shelf_reason (
    listing_id uuid not null references listing,
    reason text not null check (reason in ('SUSPENDED', 'PAPER_EXPIRED', 'OWN_CHOICE', 'REVIEW')),
    reference text not null default '',
    since timestamptz not null default marketplace.clock_now(),
    primary key (listing_id, reason, reference)
);

create table sku (
    id uuid primary key,
    listing_id uuid not null references listing,
    position integer not null,
    name text not null check (char_length(name) between 1 and 40),
    price_fen bigint not null check (price_fen > 0),
    currency char(3) not null default 'CNY',
    grams bigint not null check (grams > 0),
    code text not null default '',
    unique (listing_id, position),
    unique (listing_id, name)
);

create table price_history (
    sku_id uuid not null references sku,
    number bigint generated always as identity,
    price_fen bigint not null check (price_fen > 0),
    currency char(3) not null default 'CNY',
    since timestamptz not null default marketplace.clock_now(),
    primary key (sku_id, number)
);
revoke update, delete, truncate on price_history from terrace_app;
