-- What is expected may be sold in part before it is there: a bucket of its own beside what is on hand. The columns stand
-- in the row that a hold locks anyway, so that selling early asks nothing more.
alter table catalog.stock add column quota bigint not null default 0;
alter table catalog.stock add column promised bigint not null default 0;
alter table catalog.stock add column ships_from date;
alter table catalog.stock add constraint stock_never_promises_above_quota check (promised >= 0 and promised <= quota);
alter table catalog.stock add constraint stock_quota_has_a_day check (quota = 0 or ships_from is not null);

-- null: from what is on hand
alter table catalog.hold_line add column ships_from date;

create table catalog.harvest (
    id uuid primary key,
    merchant_id uuid not null,
    listing_id uuid not null references catalog.listing,
    sku_id uuid not null references catalog.sku,
    expected_on date not null,
    expected bigint not null check (expected > 0),
    percent int not null check (percent between 1 and 80),
    state text not null default 'OPEN' check (state in ('OPEN', 'CONFIRMED')),
    -- pieces sold early, known when the first of the harvest came; and what came so far
    sold bigint not null default 0 check (sold >= 0),
    arrived bigint not null default 0 check (arrived >= 0),
    stated_by uuid not null,
    stated_at timestamptz not null default marketplace.clock_now(),
    check (state = 'CONFIRMED' or (sold = 0 and arrived = 0))
);
create unique index harvest_one_expected on catalog.harvest (sku_id) where state = 'OPEN';
create index harvest_merchant on catalog.harvest (merchant_id, id);
revoke delete, truncate on catalog.harvest from terrace_app;
