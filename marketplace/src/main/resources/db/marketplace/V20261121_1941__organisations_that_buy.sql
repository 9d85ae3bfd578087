-- An organisation that buys: its buyers make purchases, its approvers let them be paid.
create table marketplace.purchaser (
    id         uuid primary key,
    name       text not null check (length(name) between 2 and 60),
    founded_by uuid not null references marketplace.account,
    founded_at timestamptz not null default marketplace.clock_now()
);

-- Nobody buys for two.
create table marketplace.purchaser_person (
    account_id   uuid primary key references marketplace.account,
    purchaser_id uuid not null references marketplace.purchaser,
    role         text not null check (role in ('BUYER', 'APPROVER')),
    -- what this person may spend in a day without anybody's approval
    limit_fen    bigint not null check (limit_fen >= 0),
    joined_at    timestamptz not null default marketplace.clock_now()
);
create index purchaser_person_of on marketplace.purchaser_person (purchaser_id, joined_at);

create table marketplace.purchaser_invitation (
    id            uuid primary key,
    purchaser_id  uuid not null references marketplace.purchaser,
    role          text not null check (role in ('BUYER', 'APPROVER')),
    limit_fen     bigint not null check (limit_fen >= 0),
    contact       bytea not null,
    contact_index bytea not null,
    token_hash    bytea not null unique,
    invited_by    uuid not null references marketplace.account,
    invited_at    timestamptz not null default marketplace.clock_now(),
    expires_at    timestamptz not null,
    accepted_by   uuid references marketplace.account
);
create unique index purchaser_invitation_open on marketplace.purchaser_invitation (purchaser_id, contact_index)
    where accepted_by is null;
revoke truncate on marketplace.purchaser, marketplace.purchaser_person from terrace_app;
