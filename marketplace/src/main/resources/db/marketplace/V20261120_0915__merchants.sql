create table marketplace.merchant (
    id                      uuid primary key,
    code                    text not null unique check (code ~ '^[a-z0-9][a-z0-9-]{1,59}$'),
    name                    text not null,
    kind                    text not null
        check (kind in ('HOUSEHOLD', 'FAMILY_FARM', 'INDIVIDUAL', 'COOPERATIVE', 'BASE', 'COMPANY')),
    county_code             text not null check (county_code ~ '^[0-9]{6}$'),
    licence_number          text not null,
    status                  text not null default 'OPEN' check (status in ('OPEN', 'SUSPENDED', 'CLOSED')),
    commission_basis_points int not null check (commission_basis_points between 0 and 10000),
    bank_account_holder     bytea not null,
    bank_account            bytea not null,
    bank_account_index      bytea not null,
    bank_account_ref        text not null,
    opened_at               timestamptz not null default marketplace.clock_now()
);

create index merchant_county on marketplace.merchant (county_code text_pattern_ops, code);
create index merchant_bank_account on marketplace.merchant (bank_account_index);

-- Reasons are rows: lifting one lifts no other.
create table marketplace.merchant_suspension (
    id              uuid primary key,
    merchant_id     uuid not null references marketplace.merchant,
    reason          text not null check (reason in ('PAPERS', 'QUALITY', 'FRAUD', 'DISPUTE', 'OWN_WISH')),
    note            text not null,
    payouts_stopped boolean not null,
    actor           text not null,
    at              timestamptz not null default marketplace.clock_now(),
    lifted_by       text,
    lifted_at       timestamptz,
    check ((lifted_by is null) = (lifted_at is null))
);

create index merchant_suspension_in_force on marketplace.merchant_suspension (merchant_id) where lifted_at is null;

create table marketplace.staff (
    merchant_id uuid not null references marketplace.merchant,
    account_id  uuid not null references marketplace.account,
    role        text not null check (role in ('OWNER', 'MANAGER', 'PACKER')),
    joined_at   timestamptz not null default marketplace.clock_now(),
    primary key (merchant_id, account_id)
);

create index staff_account on marketplace.staff (account_id);
