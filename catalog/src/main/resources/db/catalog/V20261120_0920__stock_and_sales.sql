-- Half of each page stays empty and nothing but the key is indexed: updates stay on their page (HOT).
create table stock (
    sku_id uuid primary key references sku,
    on_hand bigint not null default 0,
    held bigint not null default 0,
    constraint stock_never_below_what_is_promised check (held >= 0 and on_hand >= held)
) with (fillfactor = 50);

create table stock_movement (
    number bigint generated always as identity primary key,
    sku_id uuid not null,
    kind text not null check (kind in ('IN', 'OUT', 'SPOILED', 'COUNTED')),
    quantity bigint not null check (quantity <> 0),
    reason text not null default '',
    reference text not null default '',
    at timestamptz not null default marketplace.clock_now(),
    check ((kind = 'IN') <= (quantity > 0)),
    check ((kind in ('OUT', 'SPOILED')) <= (quantity < 0))
);
create index stock_movement_sku on stock_movement (sku_id, number);
create unique index stock_movement_once on stock_movement (reference, sku_id, kind) where reference <> '';
revoke update, delete, truncate on stock_movement from terrace_app;

-- One row a purchase carries its state, so that expiry, payment and cancelling meet at one lock.
create table hold (
    purchase_id uuid primary key,
    state text not null default 'HELD' check (state in ('HELD', 'TAKEN', 'RELEASED')),
    expires_at timestamptz not null
) with (fillfactor = 80);
create index hold_due on hold (expires_at) where state = 'HELD';

-- No foreign key to stock: the statement that writes a line locks and counts that very row.
create table hold_line (
    purchase_id uuid not null references hold on delete cascade,
    sku_id uuid not null,
    quantity bigint not null check (quantity > 0),
    primary key (purchase_id, sku_id)
);
create index hold_line_sku on hold_line (sku_id);

create table sale_fact (
    source text not null check (source <> ''),
    kind text not null check (kind <> ''),
    number text not null check (number <> ''),
    listing_id uuid not null references listing,
    quantity bigint not null,
    grams bigint not null,
    at timestamptz not null,
    primary key (source, kind, number)
);
create index sale_fact_listing on sale_fact (listing_id, at);
revoke update, delete, truncate on sale_fact from terrace_app;

-- Facts whose sum is not in listing.sold yet; a row leaves in the transaction that adds it.
create table sale_to_count (
    number bigint generated always as identity primary key,
    listing_id uuid not null,
    quantity bigint not null
);
