alter table marketplace.account drop constraint account_roles_check;
alter table marketplace.account add constraint account_roles_check
    check (roles <@ array ['MEMBER', 'MERCHANT', 'ORGANISER', 'OPERATOR', 'ENDORSER']);

-- Who speaks for a county.
create table marketplace.endorser (
    account_id  uuid primary key references marketplace.account,
    county_code text not null check (county_code ~ '^[0-9]{6}$'),
    office      text not null
);

-- The file lies in the file store under a key nobody can guess; numbers are personal data.
create table marketplace.paper (
    id         uuid primary key,
    owner_id   uuid not null references marketplace.account,
    kind       text not null,
    number     bytea not null,
    expires_on date,
    file_key   text not null unique,
    media_type text not null check (media_type in ('image/jpeg', 'application/pdf')),
    bytes      int not null check (bytes > 0),
    added_at   timestamptz not null default marketplace.clock_now()
);
create index paper_owner on marketplace.paper (owner_id);
create index paper_expires on marketplace.paper (expires_on) where expires_on is not null;

-- What was typed is sealed as a whole; beside it stands only what lists and guards need.
create table marketplace.application (
    id               uuid primary key,
    account_id       uuid not null references marketplace.account,
    state            text not null default 'DRAFT' check (state in
        ('DRAFT', 'SUBMITTED', 'ENDORSED', 'REVIEWED', 'SIGNED', 'OPEN', 'RETURNED', 'REFUSED')),
    kind             text
        check (kind in ('HOUSEHOLD', 'FAMILY_FARM', 'INDIVIDUAL', 'COOPERATIVE', 'BASE', 'COMPANY')),
    county_code      text check (county_code ~ '^[0-9]{6}$'),
    typed            bytea not null,
    english          boolean not null,
    -- Counts submissions: who decides says which one was read.
    round            int not null default 0,
    licence_index    bytea not null default '',
    id_number_index  bytea,
    account_index    bytea,
    partner_id       uuid references marketplace.partner,
    waiting_since    timestamptz,
    due_at           timestamptz,
    endorsed_by      uuid references marketplace.account,
    endorsed_index   bytea not null default '',
    second_look      boolean not null default false,
    first_reviewer   uuid references marketplace.account,
    reviewed_by      uuid references marketplace.account,
    merchant_id      uuid references marketplace.merchant,
    proven_at        timestamptz,
    started_at       timestamptz not null default marketplace.clock_now(),
    changed_at       timestamptz not null default marketplace.clock_now(),
    check (first_reviewer <> reviewed_by)
);
create unique index application_one_open on marketplace.application (account_id)
    where state not in ('OPEN', 'REFUSED');
create index application_account on marketplace.application (account_id, started_at desc);
-- The queues: by age, of the platform and of a county.
create index application_queue on marketplace.application (state, waiting_since, id) where waiting_since is not null;
create index application_county on marketplace.application (county_code, state, waiting_since, id)
    where waiting_since is not null;
create index application_licence on marketplace.application (licence_index);
create index application_id_number on marketplace.application (id_number_index);
create index application_bank_account on marketplace.application (account_index);

create table marketplace.application_step (
    id             bigint generated always as identity primary key,
    application_id uuid not null references marketplace.application,
    at             timestamptz not null default marketplace.clock_now(),
    actor          text not null,
    act            text not null,
    reasons        jsonb not null default '{}',
    note           text not null default ''
);
create index application_step_application on marketplace.application_step (application_id, id);

-- What was signed: the hash of the words, who, when, and from which network address.
create table marketplace.application_signature (
    application_id uuid primary key references marketplace.application,
    version        text not null,
    language       text not null,
    text_hash      text not null check (text_hash ~ '^[0-9a-f]{64}$'),
    account_id     uuid not null references marketplace.account,
    address        bytea not null,
    signed_at      timestamptz not null default marketplace.clock_now()
);

-- Written once.
revoke update, delete, truncate on marketplace.application_step from terrace_app;
revoke update, delete, truncate on marketplace.application_signature from terrace_app;

-- Second half of a new merchant's public code, after that of its county.
create sequence marketplace.merchant_number start with 1001;
