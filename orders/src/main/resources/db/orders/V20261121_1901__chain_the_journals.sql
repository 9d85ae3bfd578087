-- Journals are linked into one chain of hashes after their commit, by a job that alone gives the numbers, so that there
-- are no gaps; in the same step the entries of hot accounts are rolled up. Nobody waits for either at a checkout.
-- All three tables are the owner's: the application may read them, and only functions of the owner write.

-- Committed or not yet, in no link. The numbers of transactions would not survive a restore, a row here does.
create table orders.journal_loose (
    journal_id uuid primary key
);

create table orders.journal_link (
    seq        bigint primary key check (seq > 0),
    journal_id uuid   not null unique references orders.journal,
    hash       bytea  not null check (length(hash) = 32),
    linked_at  timestamptz not null default clock_timestamp()
);

-- The sum of a hot account's entries up to a link; what is loose comes on top.
create table orders.rolled (
    account text collate "C" primary key references orders.account,
    debit   bigint not null,
    credit  bigint not null,
    upto    bigint not null
);

create function orders.note_loose() returns trigger language plpgsql security definer
    set search_path = pg_catalog, pg_temp as $$
begin
    insert into orders.journal_loose (journal_id) select id from added;
    return null;
end $$;
create trigger note_loose after insert on orders.journal
    referencing new table as added for each statement execute function orders.note_loose();
insert into orders.journal_loose (journal_id) select id from orders.journal;

-- Everything a journal says, and the hash before it. Instants as numbers, so that no setting changes the text.
create function orders.journal_digest(before bytea, place bigint, wanted uuid) returns bytea language sql stable
    set search_path = pg_catalog, pg_temp as $$
    select sha256(before || convert_to(concat_ws('|', place, j.id, j.kind, j.source_type, j.source_id, j.seq,
        extract(epoch from j.occurred_at), extract(epoch from j.posted_at),
        (select string_agg(concat_ws(',', e.line, e.account, e.side, e.fen, e.currency), ';' order by e.line)
         from orders.entry e where e.journal_id = j.id)), 'UTF8'))
    from orders.journal j where j.id = wanted
$$;

create function orders.first_hash() returns bytea language sql immutable as $$
    select decode(repeat('00', 32), 'hex')
$$;

-- Links at most so many loose journals and says how many it did.
create function orders.link_journals(at_most int) returns int language plpgsql security definer
    set search_path = pg_catalog, pg_temp as $$
declare
    batch uuid[];
    one   uuid;
    place bigint;
    last  bytea;
begin
    -- one linker at a time, on all nodes
    perform pg_advisory_xact_lock(7225461, 2);
    batch := array(select journal_id from orders.journal_loose order by journal_id limit at_most);
    if cardinality(batch) = 0 then
        return 0;
    end if;
    select seq, hash into place, last from orders.journal_link order by seq desc limit 1;
    place := coalesce(place, 0);
    last := coalesce(last, orders.first_hash());
    foreach one in array batch loop
        place := place + 1;
        last := orders.journal_digest(last, place, one);
        insert into orders.journal_link (seq, journal_id, hash) values (place, one, last);
    end loop;
    delete from orders.journal_loose where journal_id = any (batch);
    insert into orders.rolled as r (account, debit, credit, upto)
        select e.account, coalesce(sum(e.fen) filter (where e.side = 'D'), 0),
               coalesce(sum(e.fen) filter (where e.side = 'C'), 0), place
        from orders.entry e join orders.account a on a.code = e.account and a.hot
        where e.journal_id = any (batch)
        group by e.account order by e.account
        on conflict (account) do update
            set debit = r.debit + excluded.debit, credit = r.credit + excluded.credit, upto = excluded.upto;
    return cardinality(batch);
end $$;

-- Links that do not fit what stands in the books now, or the link before them.
create function orders.broken_links(from_seq bigint, to_seq bigint) returns setof bigint language sql stable as $$
    select l.seq from orders.journal_link l
    left join orders.journal_link p on p.seq = l.seq - 1
    where l.seq between from_seq and to_seq
      and (l.seq > 1 and p.seq is null
           or l.hash is distinct from
              orders.journal_digest(coalesce(p.hash, orders.first_hash()), l.seq, l.journal_id))
    order by l.seq
$$;

-- What a hot account holds: rolled up, and loose.
create function orders.hot_balance(wanted text) returns bigint language sql stable as $$
    select coalesce((select debit - credit from orders.rolled where account = wanted), 0)
         + coalesce((select sum(case e.side when 'D' then e.fen else -e.fen end)
                     from orders.journal_loose l join orders.entry e on e.journal_id = l.journal_id
                     where e.account = wanted), 0)
$$;

revoke insert, update, delete, truncate on orders.journal_loose, orders.journal_link, orders.rolled from terrace_app;
