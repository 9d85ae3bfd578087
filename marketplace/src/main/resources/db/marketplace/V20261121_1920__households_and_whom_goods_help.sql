-- Registered families: counted everywhere, named nowhere. Who they are is sealed, and gone once they leave.
create table marketplace.household (
    id              uuid primary key,
    county_code     text not null check (county_code ~ '^[0-9]{6}$'),
    -- within the county, given in the order of entry and never again
    number          int  not null check (number > 0),
    village         text not null check (village <> ''),
    people          int  not null check (people between 1 and 30),
    sealed_name     bytea,
    sealed_register bytea,
    register_index  bytea,
    entered_by      uuid not null,
    entered_at      timestamptz not null,
    left_at         timestamptz,
    unique (county_code, number),
    check ((left_at is null) = (sealed_name is not null)),
    check ((left_at is null) = (sealed_register is not null)),
    check ((left_at is null) = (register_index is not null))
);
create unique index household_register on marketplace.household (register_index);
create index household_village on marketplace.household (county_code, village, number);
revoke delete, truncate on marketplace.household from terrace_app;

-- A sheet of families as it was checked; its good rows stay sealed until they are taken over, then they go.
create table marketplace.household_sheet (
    id          uuid primary key,
    county_code text not null,
    account_id  uuid not null,
    sealed      bytea,
    good        int  not null check (good >= 0),
    -- one line for each fault: row, column, reason
    faults      text not null,
    received_at timestamptz not null,
    taken       int,
    check ((sealed is null) = (taken is not null))
);
create index household_sheet_account on marketplace.household_sheet (account_id, received_at desc);
revoke delete, truncate on marketplace.household_sheet from terrace_app;

-- Which families stand behind which goods, and whose word that is. Never changed: the newest in force counts.
create table marketplace.allocation (
    id            uuid primary key,
    number        bigint generated always as identity unique,
    county_code   text not null check (county_code ~ '^[0-9]{6}$'),
    listing_id    uuid not null,
    -- null: all goods of the listing
    lot_id        uuid,
    basis         text not null check (basis in ('DECLARED', 'ENDORSED', 'AUDITED')),
    from_day      date not null,
    to_day        date not null,
    households    int  not null check (households > 0),
    evidence_key  text,
    evidence_type text,
    entered_by    uuid not null,
    entered_at    timestamptz not null,
    check (from_day <= to_day),
    check ((evidence_key is null) = (evidence_type is null)),
    constraint more_than_declared_has_evidence check (basis = 'DECLARED' or evidence_key is not null)
);
create index allocation_listing on marketplace.allocation (listing_id, number desc);
create index allocation_county on marketplace.allocation (county_code, number desc);

create table marketplace.allocation_household (
    allocation   bigint not null references marketplace.allocation (number),
    household_id uuid   not null references marketplace.household,
    primary key (allocation, household_id)
);
revoke update, delete, truncate on marketplace.allocation, marketplace.allocation_household from terrace_app;

create sequence marketplace.impact_fact_number;

-- What paid goods did, line by line. Numbers are given under a lock that is held until the end of the transaction:
-- who has read up to a number has missed nothing below it.
create table marketplace.impact_fact (
    number      bigint primary key,
    source      text not null,
    line        int  not null,
    kind        text not null check (kind in ('SOLD', 'RETURNED', 'MOVED', 'CORRECTED')),
    part        bigint not null default 0,
    listing_id  uuid not null,
    lot_id      uuid,
    merchant_id uuid not null,
    county_code text not null check (county_code ~ '^[0-9]{6}$'),
    allocation  bigint references marketplace.allocation (number),
    basis       text check (basis in ('DECLARED', 'ENDORSED', 'AUDITED')),
    households  int  not null default 0,
    grams       bigint not null,
    fen         bigint not null,
    currency    char(3) not null default 'CNY',
    campaign    text not null default '',
    pavilions   text[] not null,
    note        text not null default '',
    at          timestamptz not null,
    day         date not null,
    unique (source, line, kind, part),
    check ((allocation is null) = (basis is null)),
    check ((allocation is null) = (households = 0)),
    constraint a_sale_adds check (kind <> 'SOLD' or (grams >= 0 and fen >= 0)),
    constraint a_return_takes_off check (kind <> 'RETURNED' or (grams <= 0 and fen <= 0)),
    constraint a_correction_says_why check (kind <> 'CORRECTED' or note <> '')
);
create index impact_fact_day on marketplace.impact_fact (day);
create index impact_fact_pavilions on marketplace.impact_fact using gin (pavilions);
revoke update, delete, truncate on marketplace.impact_fact from terrace_app;
