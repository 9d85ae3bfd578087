-- The ledger. Rows are only ever added; a correction is a new journal. The database itself holds three promises:
-- a journal balances, a balance is the sum of its entries, a floor is not crossed.

create table orders.account (
    code     text collate "C" primary key,
    normal   char(1) not null check (normal in ('D', 'C')),
    floor    bigint,
    -- a hot account takes entries from every purchase: a balance row would queue them all behind one lock
    hot      boolean not null,
    check (not hot or floor is null)
);

create table orders.journal (
    id          uuid primary key,
    kind        text not null,
    source_type text not null,
    source_id   uuid not null,
    seq         int  not null default 0,
    occurred_at timestamptz not null,
    posted_at   timestamptz not null default marketplace.clock_now(),
    unique (source_type, source_id, kind, seq)
);

create table orders.entry (
    journal_id uuid     not null references orders.journal,
    line       smallint not null,
    account    text collate "C" not null references orders.account,
    side       char(1)  not null check (side in ('D', 'C')),
    fen        bigint   not null check (fen > 0),
    currency   char(3)  not null default 'CNY',
    primary key (journal_id, line)
);
create index entry_account on orders.entry (account, journal_id) include (side, fen);

-- normal and floor are copied from the account because a CHECK sees one row only
create table orders.balance (
    account text collate "C" primary key references orders.account,
    normal  char(1) not null,
    floor   bigint,
    debit   bigint  not null default 0,
    credit  bigint  not null default 0,
    version bigint  not null default 1,
    constraint balance_above_floor check (
        floor is null or (case normal when 'D' then debit - credit else credit - debit end) >= floor)
);

create function orders.check_journal(checked uuid) returns void language plpgsql as $$
begin
    -- every journal has a line 1, so no line 1 can be slipped in later
    if not exists (select 1 from orders.entry where journal_id = checked and line = 1) then
        raise exception 'journal % has no entries', checked
            using errcode = 'check_violation', constraint = 'journal_balances';
    end if;
    if exists (select 1 from orders.entry where journal_id = checked
               group by currency having sum(case side when 'D' then fen else -fen end) <> 0) then
        raise exception 'journal % does not balance', checked
            using errcode = 'check_violation', constraint = 'journal_balances';
    end if;
end $$;

create function orders.journal_balances() returns trigger language plpgsql as $$
begin
    perform orders.check_journal(new.id);
    return null;
end $$;

create function orders.entry_balances() returns trigger language plpgsql as $$
begin
    perform orders.check_journal(new.journal_id);
    return null;
end $$;

-- deferred: entries of one journal may come by several statements, the commit judges
create constraint trigger journal_balances after insert on orders.journal
    deferrable initially deferred for each row execute function orders.journal_balances();
-- an entry slipped under an old journal later is judged too; line 1 comes with its journal and is covered above
create constraint trigger entry_balances after insert on orders.entry
    deferrable initially deferred for each row when (new.line <> 1) execute function orders.entry_balances();

-- The application may not touch balances; this runs as the owner, in account order so that two posts cannot deadlock.
create function orders.keep_balances() returns trigger language plpgsql security definer
    set search_path = pg_catalog, pg_temp as $$
declare
    moved record;
begin
    for moved in
        select a.code, a.normal, a.floor,
               coalesce(sum(e.fen) filter (where e.side = 'D'), 0)::bigint as debit,
               coalesce(sum(e.fen) filter (where e.side = 'C'), 0)::bigint as credit
        from added e join orders.account a on a.code = e.account and not a.hot
        group by a.code, a.normal, a.floor
        order by a.code
    loop
        -- not one upsert: a CHECK judges the row proposed for insertion before it finds the conflict
        insert into orders.balance (account, normal, floor) values (moved.code, moved.normal, moved.floor)
            on conflict (account) do nothing;
        update orders.balance
            set debit = debit + moved.debit, credit = credit + moved.credit, version = version + 1
            where account = moved.code;
    end loop;
    return null;
end $$;
create trigger keep_balances after insert on orders.entry
    referencing new table as added for each statement execute function orders.keep_balances();

-- Locks one balance until the transaction ends and returns it; 0 for an account without entries.
create function orders.lock_balance(wanted text) returns bigint language sql volatile security definer
    set search_path = pg_catalog, pg_temp as $$
    select coalesce((select case normal when 'D' then debit - credit else credit - debit end
                     from orders.balance where account = wanted for update), 0)
$$;

revoke update, delete, truncate on orders.account, orders.journal, orders.entry from terrace_app;
revoke insert, update, delete, truncate on orders.balance from terrace_app;
