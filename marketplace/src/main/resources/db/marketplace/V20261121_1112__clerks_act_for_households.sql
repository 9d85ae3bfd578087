alter table marketplace.account drop constraint account_roles_check;
alter table marketplace.account add constraint account_roles_check
    check (roles <@ array ['MEMBER', 'MERCHANT', 'ORGANISER', 'OPERATOR', 'ENDORSER', 'CLERK']);

alter table marketplace.attempt drop constraint attempt_kind_check;
alter table marketplace.attempt add constraint attempt_kind_check
    check (kind in ('SIGN_IN', 'REGISTER', 'RESET', 'SECOND_FACTOR', 'ASSISTANCE'));

create table marketplace.clerk (
    account_id uuid primary key references marketplace.account,
    office     text not null
);

create table marketplace.assistance (
    id              uuid primary key,
    clerk_id        uuid not null references marketplace.clerk,
    contact         bytea not null,
    contact_index   bytea not null,
    name            bytea not null,
    state           text not null default 'ASKED' check (state in ('ASKED', 'ACTIVE', 'ENDED', 'WITHDRAWN')),
    household_id    uuid references marketplace.account,
    consent         text check (consent in ('CODE', 'OWN_SESSION')),
    code_hash       bytea not null default '',
    code_expires_at timestamptz,
    code_tries      int not null default 0,
    -- The session of the clerk that acts for the household at present.
    acting_session  uuid unique,
    -- The last entry of the audit trail the household was told of.
    told_until      bigint not null default 0,
    asked_at        timestamptz not null default marketplace.clock_now(),
    began_at        timestamptz,
    ended_at        timestamptz,
    ended_by        text,
    check (state not in ('ACTIVE', 'ENDED') or household_id is not null and consent is not null),
    check (household_id <> clerk_id),
    check (acting_session is null or state = 'ACTIVE'),
    check ((state in ('ENDED', 'WITHDRAWN')) = (ended_at is not null))
);

create unique index assistance_open on marketplace.assistance (clerk_id, contact_index)
    where state in ('ASKED', 'ACTIVE');
create index assistance_household on marketplace.assistance (household_id);
create index assistance_contact on marketplace.assistance (contact_index) where state = 'ASKED';
-- One at a time: a household knows who acts for it.
create unique index assistance_active on marketplace.assistance (household_id) where state = 'ACTIVE';

-- What was done in somebody's name.
create index audit_on_behalf on marketplace.audit ((detail ->> 'for'), id desc) where detail ->> 'for' is not null;
-- Who asked for what is not theirs; counted, so that nobody fills the table.
create index audit_strayed on marketplace.audit (actor, at desc) where act = 'strayed';
