-- A settlement run: drafted by one person, checked, approved by another, sent, and seen in the bank's file.
create table orders.settlement_run (
    id               uuid primary key,
    number           bigint generated always as identity unique,
    state            text   not null default 'DRAFT'
        check (state in ('DRAFT', 'CHECKED', 'APPROVED', 'SENT', 'IN_FILE', 'DROPPED')),
    merchants        int    not null check (merchants > 0),
    fen              bigint not null check (fen > 0),
    currency         char(3) not null default 'CNY' check (currency = 'CNY'),
    cap_fen          bigint not null,
    merchant_cap_fen bigint not null,
    drafted_by       uuid   not null,
    drafted_at       timestamptz not null,
    checked_by       uuid,
    checked_at       timestamptz,
    approved_by      uuid,
    approved_at      timestamptz,
    sent_at          timestamptz,
    in_file_at       timestamptz,
    dropped_by       uuid,
    dropped_at       timestamptz,
    constraint settlement_run_under_its_cap check (fen <= cap_fen),
    constraint settlement_run_by_two_persons check (approved_by <> drafted_by),
    check ((state in ('CHECKED', 'APPROVED', 'SENT', 'IN_FILE')) <= (checked_by is not null and checked_at is not null)),
    check ((state in ('APPROVED', 'SENT', 'IN_FILE')) = (approved_by is not null and approved_at is not null)),
    check ((state in ('SENT', 'IN_FILE')) = (sent_at is not null)),
    check ((state = 'IN_FILE') = (in_file_at is not null)),
    check ((state = 'DROPPED') = (dropped_by is not null and dropped_at is not null))
);
-- no two runs at once may promise the same money
create unique index settlement_run_one_open on orders.settlement_run ((true)) where state in ('DRAFT', 'CHECKED', 'APPROVED');
create index settlement_run_newest on orders.settlement_run (number desc);

create function orders.settlement_run_only_forward() returns trigger language plpgsql as $$
begin
    if not (old.state = 'DRAFT' and new.state in ('CHECKED', 'DROPPED')
            or old.state = 'CHECKED' and new.state in ('APPROVED', 'DROPPED')
            or old.state = 'APPROVED' and new.state = 'SENT'
            or old.state = 'SENT' and new.state = 'IN_FILE') then
        raise exception 'run % cannot go from % to %', old.number, old.state, new.state
            using errcode = 'check_violation', constraint = 'settlement_run_only_forward';
    end if;
    return new;
end $$;
create trigger settlement_run_only_forward before update on orders.settlement_run
    for each row execute function orders.settlement_run_only_forward();

-- What the run pays each merchant, and why it pays some nothing.
create table orders.settlement_line (
    run_id        uuid   not null references orders.settlement_run,
    merchant_id   uuid   not null,
    available_fen bigint not null check (available_fen > 0),
    debt_fen      bigint not null check (debt_fen >= 0),
    fen           bigint not null check (fen between 0 and available_fen),
    held          text check (held in ('STOPPED', 'UNPROVEN', 'OWES', 'RUN_CAP')),
    primary key (run_id, merchant_id),
    check ((held is null) = (fen > 0))
);
revoke update, delete, truncate on orders.settlement_run, orders.settlement_line from terrace_app;
grant update (state, checked_by, checked_at, approved_by, approved_at, sent_at, in_file_at, dropped_by, dropped_at)
    on orders.settlement_run to terrace_app;

-- A payout belongs to a run; those of the time before runs stay as they are.
alter table orders.payout add column run_id uuid references orders.settlement_run;
alter table orders.payout add constraint payout_of_a_run check (run_id is not null) not valid;
create unique index payout_once_a_run on orders.payout (run_id, merchant_id);
-- when the bank gave it back, be it after its file had shown it
alter table orders.payout add column returned_at timestamptz;
