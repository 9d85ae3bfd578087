create table marketplace.partner (
    id      uuid primary key,
    code    text not null unique check (code ~ '^[a-z0-9][a-z0-9-]{1,59}$'),
    name    text not null,
    name_en text not null
);

create table marketplace.pavilion (
    code          text primary key check (code ~ '^[a-z0-9][a-z0-9-]{1,59}$'),
    name          text not null,
    name_en       text not null,
    kind          text not null check (kind in ('ORIGIN', 'DEMAND', 'JOINT', 'ZONE')),
    province_code text check (province_code ~ '^[0-9]{2}$'),
    summary       text not null,
    summary_en    text not null,
    position      int not null,
    check (kind <> 'ORIGIN' or province_code is not null)
);

create table marketplace.pavilion_partner (
    pavilion_code text not null references marketplace.pavilion,
    partner_id    uuid not null references marketplace.partner,
    position      int not null,
    primary key (pavilion_code, partner_id)
);

create table marketplace.pavilion_merchant (
    pavilion_code text not null references marketplace.pavilion,
    merchant_id   uuid not null references marketplace.merchant,
    position      bigint generated always as identity,
    primary key (pavilion_code, merchant_id)
);

create index pavilion_merchant_merchant on marketplace.pavilion_merchant (merchant_id);

create table marketplace.campaign (
    id                uuid primary key,
    slug              text not null unique check (slug ~ '^[a-z0-9][a-z0-9-]{1,59}$'),
    title             text not null,
    title_en          text not null,
    story             text not null,
    story_en          text not null,
    goal_grams        bigint not null check (goal_grams > 0),
    starts_at         timestamptz not null,
    ends_at           timestamptz not null,
    recommended_by    text not null,
    recommended_by_en text not null,
    households        int not null check (households >= 0),
    households_basis  text not null check (households_basis in ('DECLARED', 'ENDORSED', 'AUDITED')),
    check (starts_at < ends_at)
);

create table marketplace.campaign_listing (
    campaign_id uuid not null references marketplace.campaign,
    listing_id  uuid not null,
    position    int not null,
    primary key (campaign_id, listing_id)
);

create index campaign_listing_listing on marketplace.campaign_listing (listing_id);

-- Facts, never counters: whatever is delivered twice is counted once, and any day can be summed again.
create table marketplace.campaign_sale (
    source      text not null,
    kind        text not null check (kind in ('SOLD', 'RETURNED')),
    number      bigint not null,
    campaign_id uuid not null references marketplace.campaign,
    listing_id  uuid not null,
    grams       bigint not null check (grams >= 0),
    fen         bigint not null check (fen >= 0),
    currency    char(3) not null default 'CNY',
    at          timestamptz not null,
    primary key (source, kind, number)
);

create index campaign_sale_campaign on marketplace.campaign_sale (campaign_id) include (kind, grams, fen);

revoke update, delete, truncate on marketplace.campaign_sale from terrace_app;
