-- A sheet that was handed in: read and checked at once, worked off in pieces, undone for a day.
create table sheet_import (
    id uuid primary key,
    merchant_id uuid not null,
    actor uuid not null,
    state text not null default 'CHECKED' check (state in ('CHECKED', 'RUNNING', 'DONE', 'UNDOING', 'UNDONE')),
    rows_total integer not null check (rows_total > 0),
    rows_bad integer not null check (rows_bad between 0 and rows_total),
    received_at timestamptz not null default marketplace.clock_now(),
    done_at timestamptz
);
create index sheet_import_merchant on sheet_import (merchant_id, received_at desc);
create index sheet_import_open on sheet_import (received_at) where state in ('RUNNING', 'UNDOING');

create table sheet_row (
    import_id uuid not null references sheet_import on delete cascade,
    number integer not null check (number > 0),
    code text not null,
    cells jsonb not null,
    faults jsonb not null,
    outcome text check (outcome in ('CREATED', 'CHANGED', 'SAME', 'REFUSED', 'LEFT_OUT')),
    -- what to put back: the listing made, or what it was and became; its words stand in one row of its code
    listing_id uuid,
    sku_id uuid,
    before jsonb,
    after jsonb,
    stock_before bigint,
    stock_after bigint,
    undone boolean not null default false,
    primary key (import_id, number)
);
create index sheet_row_open on sheet_row (import_id, number) where outcome is null;

-- The merchant's own code for a listing, so that the same sheet twice is the same goods.
create table sheet_code (
    merchant_id uuid not null,
    code text not null check (code <> ''),
    listing_id uuid not null unique references listing,
    primary key (merchant_id, code)
);
