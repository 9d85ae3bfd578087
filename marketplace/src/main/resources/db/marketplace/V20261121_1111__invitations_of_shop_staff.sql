alter table marketplace.staff drop constraint staff_role_check;
alter table marketplace.staff
    add constraint staff_role_check check (role in ('OWNER', 'MANAGER', 'GOODS', 'PACKER', 'FINANCE')),
    -- Of several shops the one chosen last is worked for.
    add column chosen_at timestamptz;

create table marketplace.staff_invitation (
    id            uuid primary key,
    merchant_id   uuid not null references marketplace.merchant,
    role          text not null check (role in ('OWNER', 'MANAGER', 'GOODS', 'PACKER', 'FINANCE')),
    contact       bytea not null,
    contact_index bytea not null,
    token_hash    bytea not null unique,
    invited_by    uuid not null references marketplace.account,
    invited_at    timestamptz not null default marketplace.clock_now(),
    expires_at    timestamptz not null,
    state         text not null default 'OPEN' check (state in ('OPEN', 'ACCEPTED', 'WITHDRAWN')),
    accepted_by   uuid references marketplace.account,
    decided_at    timestamptz,
    check ((state = 'OPEN') = (decided_at is null)),
    check ((state = 'ACCEPTED') = (accepted_by is not null))
);

create unique index staff_invitation_open on marketplace.staff_invitation (merchant_id, contact_index)
    where state = 'OPEN';
