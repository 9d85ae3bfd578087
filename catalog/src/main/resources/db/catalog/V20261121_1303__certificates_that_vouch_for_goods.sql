create table certificate (
    id uuid primary key,
    merchant_id uuid not null,
    kind text not null check (kind ~ '^[A-Z_]+$'),
    number text not null check (char_length(number) between 1 and 60),
    issuer text not null check (char_length(issuer) between 1 and 60),
    valid_until date,
    file_key text not null,
    media_type text not null check (media_type in ('image/jpeg', 'application/pdf')),
    state text not null default 'PENDING' check (state in ('PENDING', 'APPROVED', 'RETURNED')),
    reason text not null default '' check (char_length(reason) <= 300),
    -- grows with every change of what it is to vouch for, so that an operator decides on what was seen
    version integer not null default 1,
    scan_public boolean not null default false,
    added_by uuid not null,
    added_at timestamptz not null default marketplace.clock_now(),
    decided_by uuid,
    decided_at timestamptz,
    -- when the goods that name it were taken off the shelf
    expired_at timestamptz,
    check ((state = 'PENDING') = (decided_by is null)),
    check (state <> 'RETURNED' or reason <> ''),
    check (not scan_public or state = 'APPROVED')
);
create index certificate_merchant on certificate (merchant_id, id);
create index certificate_due on certificate (valid_until) where state = 'APPROVED' and expired_at is null;
revoke delete, truncate on certificate from terrace_app;

-- what it is to vouch for: goods, or one harvest of them
create table certificate_use (
    certificate_id uuid not null references certificate,
    listing_id uuid references listing,
    lot_id uuid references lot,
    approved boolean not null default false,
    named_at timestamptz not null default marketplace.clock_now(),
    check (num_nonnulls(listing_id, lot_id) = 1),
    unique nulls not distinct (certificate_id, listing_id, lot_id)
);
create index certificate_use_listing on certificate_use (listing_id) where listing_id is not null;
create index certificate_use_lot on certificate_use (lot_id) where lot_id is not null;
create index certificate_use_waiting on certificate_use (certificate_id) where not approved;
