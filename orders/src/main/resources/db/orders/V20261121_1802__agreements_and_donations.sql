-- A member's leave to be charged without being asked each time. Held to its limits here and at the bank.
create table orders.agreement (
    id              uuid primary key,
    member_id       uuid   not null,
    channel         text   not null,
    per_payment_fen bigint not null check (per_payment_fen > 0),
    per_day_fen     bigint not null check (per_day_fen >= per_payment_fen),
    -- OFFERED: not known to be signed; ENDING: ended by us, the bank not told yet
    state           text   not null check (state in ('OFFERED', 'ACTIVE', 'ENDING', 'ENDED')),
    offered_at      timestamptz not null,
    signed_at       timestamptz,
    ended_at        timestamptz,
    tries           int    not null default 0,
    due_at          timestamptz,
    check ((state = 'ENDING') = (due_at is not null))
);
create unique index agreement_one_each on orders.agreement (member_id) where state in ('OFFERED', 'ACTIVE');
create index agreement_of_member on orders.agreement (member_id, offered_at desc);
create index agreement_due on orders.agreement (due_at) where due_at is not null;

-- What counts against a day's limit, from before the bank is asked until it has said no.
create table orders.agreement_use (
    use_id       uuid primary key,
    agreement_id uuid   not null references orders.agreement,
    fen          bigint not null check (fen > 0),
    day          date   not null,
    released     boolean not null default false
);
create index agreement_use_day on orders.agreement_use (agreement_id, day) where not released;

create table orders.donation (
    id         uuid primary key,
    member_id  uuid   not null,
    charity    text   not null,
    fen        bigint not null check (fen > 0),
    state      text   not null check (state in ('WAITING', 'GIVEN')),
    created_at timestamptz not null,
    pay_by     timestamptz not null,
    paid_by    uuid references orders.payment,
    paid_at    timestamptz,
    check ((state = 'GIVEN') = (paid_by is not null and paid_at is not null))
);
create index donation_of_member on orders.donation (member_id, created_at desc);

revoke delete, truncate on orders.agreement, orders.agreement_use, orders.donation from terrace_app;
