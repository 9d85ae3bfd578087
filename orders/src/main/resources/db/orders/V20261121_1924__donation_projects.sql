create table orders.donation_project (
    id        uuid primary key,
    code      text not null unique check (code ~ '^[a-z0-9][a-z0-9-]{1,59}$'),
    -- who holds the gifts, as in the account donation:{charity}
    charity   text not null,
    title     text not null check (title <> ''),
    title_en  text not null check (title_en <> ''),
    story     text not null,
    story_en  text not null,
    goal_fen  bigint not null check (goal_fen > 0),
    opened_by uuid not null,
    opened_at timestamptz not null,
    closed_at timestamptz
);
revoke delete, truncate on orders.donation_project from terrace_app;

-- Which project a gift on the way through the till is for, from when on; the newest counts, null for none.
create table orders.donation_till (
    number     bigint generated always as identity primary key,
    project_id uuid references orders.donation_project,
    chosen_by  uuid not null,
    from_at    timestamptz not null
);
revoke update, delete, truncate on orders.donation_till from terrace_app;

alter table orders.donation
    add column project_id uuid references orders.donation_project,
    -- unnamed unless the giver says otherwise
    add column named boolean not null default false;

-- Gifts that arrived, in the order in which they are paid out; once each.
create table orders.project_gift (
    number     bigint generated always as identity primary key,
    project_id uuid not null references orders.donation_project,
    source     text not null check (source in ('donation', 'purchase')),
    source_id  uuid not null,
    member_id  uuid not null,
    fen        bigint not null check (fen > 0),
    named      boolean not null,
    at         timestamptz not null,
    unique (source, source_id)
);
create index project_gift_project on orders.project_gift (project_id, number);

create table orders.project_payout (
    id             uuid primary key,
    number         bigint generated always as identity unique,
    project_id     uuid not null references orders.donation_project,
    fen            bigint not null check (fen > 0),
    payee          text not null check (payee <> ''),
    purpose        text not null check (purpose <> ''),
    paid_on        date not null,
    bank_reference text not null check (bank_reference <> ''),
    evidence_key   text not null,
    evidence_type  text not null,
    entered_by     uuid not null,
    entered_at     timestamptz not null,
    unique (project_id, bank_reference)
);
create index project_payout_project on orders.project_payout (project_id, number);

-- What became of a payout, one word of the payee with its evidence.
create table orders.project_receipt (
    payout_id     uuid primary key references orders.project_payout,
    text          text not null check (text <> ''),
    received_on   date not null,
    evidence_key  text not null,
    evidence_type text not null,
    entered_by    uuid not null,
    entered_at    timestamptz not null
);
revoke update, delete, truncate on orders.project_gift, orders.project_payout, orders.project_receipt from terrace_app;
