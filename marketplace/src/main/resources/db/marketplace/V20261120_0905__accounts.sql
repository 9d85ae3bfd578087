-- Names are personal data: sealed by the vault, found by a keyed hash.
create table marketplace.account (
    id                  uuid primary key,
    sign_in_name        bytea not null,
    sign_in_index       bytea not null unique,
    name                bytea not null,
    roles               text[] not null
        check (roles <@ array ['MEMBER', 'MERCHANT', 'ORGANISER', 'OPERATOR']),
    status              text not null default 'OPEN' check (status in ('OPEN', 'CLOSED')),
    second_factor       boolean not null default false,
    password_hash       text not null,
    -- Counts what must end all sessions; a session carries the number it was opened with.
    credentials_version int not null default 1,
    created_at          timestamptz not null default marketplace.clock_now()
);

-- One row a try. Who and from where are keyed hashes: enough to count by, nothing to read.
create table marketplace.attempt (
    id        bigint generated always as identity primary key,
    kind      text not null check (kind in ('SIGN_IN', 'REGISTER', 'RESET', 'SECOND_FACTOR')),
    who       bytea not null,
    address   bytea not null,
    at        timestamptz not null default marketplace.clock_now(),
    succeeded boolean not null default false
);

create index attempt_who on marketplace.attempt (kind, who, at desc);
create index attempt_address on marketplace.attempt (kind, address, at desc);
create index attempt_at on marketplace.attempt (at);

create table marketplace.password_reset (
    id           uuid primary key,
    sign_in_name bytea not null,
    language     text not null,
    asked_at     timestamptz not null default marketplace.clock_now(),
    account_id   uuid references marketplace.account,
    token_hash   bytea unique,
    expires_at   timestamptz,
    used_at      timestamptz,
    handled_at   timestamptz
);

create index password_reset_account on marketplace.password_reset (account_id);

create table marketplace.second_factor (
    account_id   uuid primary key references marketplace.account,
    secret       bytea not null,
    confirmed_at timestamptz,
    -- The last 30-second step a code was taken for: a code seen over a shoulder is worth nothing.
    last_step    bigint not null default 0
);

create table marketplace.recovery_code (
    account_id uuid not null references marketplace.account,
    code_hash  bytea not null,
    used_at    timestamptz,
    primary key (account_id, code_hash)
);

create table marketplace.session (
    id                   uuid primary key,
    token_hash           bytea not null unique,
    account_id           uuid not null references marketplace.account,
    credentials_version  int not null,
    second_factor_passed boolean not null,
    user_agent           text not null,
    opened_at            timestamptz not null default marketplace.clock_now(),
    expires_at           timestamptz not null
);

create index session_account on marketplace.session (account_id);
create index session_expires on marketplace.session (expires_at);
