-- One row for each different content of a day's file; the day's newest holds all lines of the earlier ones.
create table orders.bank_file (
    id          uuid primary key,
    day         date   not null,
    sha256      char(64) not null,
    file_key    text   not null,
    lines       int    not null check (lines >= 0),
    closing_fen bigint not null,
    taken_in_at timestamptz not null,
    taken_in_by text   not null,
    unique (day, sha256)
);

create table orders.bank_line (
    day         date   not null,
    seq         int    not null,
    file_id     uuid   not null references orders.bank_file,
    at          timestamptz not null,
    type        text   not null,
    bank_ref    text   not null,
    our_ref     text   not null,
    fen         bigint not null,
    fee_fen     bigint not null check (fee_fen >= 0),
    balance_fen bigint not null,
    -- what we found to it: MATCHED, DIFFERENT or UNKNOWN
    outcome     text   not null check (outcome in ('MATCHED', 'DIFFERENT', 'UNKNOWN')),
    primary key (day, seq)
);
create unique index bank_line_once on orders.bank_line (type, bank_ref);
create index bank_line_ours on orders.bank_line (our_ref);

create table orders.bank_difference (
    id         uuid primary key,
    kind       text   not null check (kind in ('MISSING_HERE', 'MISSING_THERE', 'AMOUNT_DIFFERS')),
    type       text   not null,
    our_ref    text   not null,
    bank_fen   bigint not null,
    our_fen    bigint not null,
    day        date   not null,
    found_at   timestamptz not null,
    -- when a later file explained it
    cleared_at timestamptz,
    unique (kind, type, our_ref, day)
);

revoke update, delete, truncate on orders.bank_file, orders.bank_line from terrace_app;
revoke delete, truncate on orders.bank_difference from terrace_app;
