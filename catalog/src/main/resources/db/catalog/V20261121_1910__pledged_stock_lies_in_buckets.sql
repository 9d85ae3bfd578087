-- Pieces set aside for something, a campaign for instance. They are counted in stock.held as well, so that to all who sell
-- in the ordinary way they are not there. Locked after the rows of stock, by id.
create table catalog.stock_bucket (
    id      uuid primary key,
    sku_id  uuid not null references catalog.sku,
    -- still set aside, those held for unpaid purchases among them
    pieces  bigint not null check (pieces >= 0),
    held    bigint not null default 0,
    -- of those that are free, kept for people who wait in line
    waiting bigint not null default 0 check (waiting >= 0),
    -- paid
    taken   bigint not null default 0 check (taken >= 0),
    -- pieces one member may have from it; 0: as many as they like
    cap     bigint not null default 0 check (cap >= 0),
    -- what is in it, or comes back to it, goes to the ordinary stock
    closed  boolean not null default false,
    constraint stock_bucket_never_below_what_is_promised check (held >= 0 and pieces >= held)
) with (fillfactor = 50);
create index stock_bucket_sku on catalog.stock_bucket (sku_id) where pieces > 0;
create index stock_bucket_to_empty on catalog.stock_bucket (id) where closed and pieces > 0;
revoke delete, truncate on catalog.stock_bucket from terrace_app;

-- How many a member has of a bucket with a cap, paid or kept for them. One each is a cap of one.
create table catalog.stock_bucket_taker (
    bucket_id uuid not null references catalog.stock_bucket,
    member_id uuid not null,
    quantity  bigint not null,
    cap       bigint not null,
    primary key (bucket_id, member_id),
    constraint stock_bucket_taker_keeps_to_the_cap check (quantity between 0 and cap)
) with (fillfactor = 80);
revoke delete, truncate on catalog.stock_bucket_taker from terrace_app;

-- null: from the ordinary stock. No foreign key: the statement that writes a line locks and counts that very bucket.
alter table catalog.hold_line add column bucket_id uuid;
alter table catalog.hold_line add column taker uuid;
alter table catalog.hold_line add constraint hold_line_taker check ((bucket_id is null) = (taker is null));
