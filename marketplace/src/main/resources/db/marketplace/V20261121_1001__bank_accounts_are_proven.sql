-- Bank accounts a merchant gave, one row each time; a row is never given another number.
create table marketplace.bank_account (
    id           uuid primary key,
    merchant_id  uuid not null references marketplace.merchant,
    holder       bytea not null,
    bank         text not null,
    number       bytea not null,
    number_index bytea not null,
    -- what the bank knows it as
    payee        text not null,
    state        text not null default 'GIVEN'
        check (state in ('GIVEN', 'MISMATCHED', 'UNKNOWN', 'AWAITING', 'SPENT', 'PROVEN')),
    -- not the first, or of another holder: a second person and time stand before it
    change       boolean not null,
    given_by     uuid references marketplace.account,
    given_at     timestamptz not null default marketplace.clock_now(),
    confirmed_by uuid references marketplace.account,
    confirmed_at timestamptz,
    in_use_from  timestamptz,
    proven_at    timestamptz,
    stopped_by   uuid references marketplace.account,
    stopped_at   timestamptz,
    -- given, and neither in use nor at an end
    under_way    boolean not null default true,
    check (confirmed_by <> given_by),
    check ((confirmed_by is null) = (confirmed_at is null)),
    check ((stopped_by is null) = (stopped_at is null)),
    check ((state = 'PROVEN') = (proven_at is not null)),
    check (case when change then (in_use_from is null) = (confirmed_at is null) else in_use_from is not null end),
    check (stopped_at is null or not under_way)
);
create unique index bank_account_one_under_way on marketplace.bank_account (merchant_id) where under_way;
create index bank_account_in_use on marketplace.bank_account (merchant_id, in_use_from) where state = 'PROVEN';
create index bank_account_newest on marketplace.bank_account (merchant_id, given_at, id);

revoke delete, truncate on marketplace.bank_account from terrace_app;

-- Those paid to before accounts were proven go on being paid to.
insert into marketplace.bank_account (id, merchant_id, holder, bank, number, number_index, payee, state, change,
    given_at, in_use_from, proven_at, under_way)
select gen_random_uuid(), id, bank_account_holder, '', bank_account, bank_account_index, bank_account_ref, 'PROVEN',
    false, opened_at, opened_at, opened_at, false
from marketplace.merchant;

create index application_merchant on marketplace.application (merchant_id) where merchant_id is not null;
