create table marketplace.address (
    id          uuid primary key,
    member_id   uuid not null references marketplace.account,
    recipient   bytea not null,
    phone       bytea not null,
    county_code text not null check (county_code ~ '^[0-9]{6}$'),
    street      bytea not null,
    preferred   boolean not null,
    created_at  timestamptz not null default marketplace.clock_now()
);

create index address_member on marketplace.address (member_id);
create unique index address_preferred on marketplace.address (member_id) where preferred;

create table marketplace.notice (
    id         uuid primary key,
    recipient  bytea not null,
    subject    bytea not null,
    text       bytea not null,
    state      text not null default 'QUEUED' check (state in ('QUEUED', 'CLAIMED', 'SENT', 'FAILED')),
    attempts   int not null default 0,
    queued_at  timestamptz not null default clock_timestamp(),
    claimed_at timestamptz,
    sent_at    timestamptz
);

create index notice_unsent on marketplace.notice (queued_at) where state in ('QUEUED', 'CLAIMED');
create index notice_queued on marketplace.notice (queued_at);
