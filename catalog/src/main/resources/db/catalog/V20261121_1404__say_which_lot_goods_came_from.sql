-- Which goods that were sent came from which lot; what is left of a lot is what was harvested less the sum of these.
create table catalog.lot_use (
    lot_id uuid not null references catalog.lot,
    reference text not null check (reference <> ''),
    sku_id uuid not null,
    quantity bigint not null check (quantity > 0),
    grams bigint not null check (grams > 0),
    -- the merchant says that there was more than was recorded
    beyond boolean not null default false,
    at timestamptz not null default marketplace.clock_now(),
    primary key (lot_id, reference)
);
create index lot_use_reference on catalog.lot_use (reference);
create index lot_use_lot on catalog.lot_use (lot_id) include (grams);
revoke update, delete, truncate on catalog.lot_use from terrace_app;

-- The lot's row is locked, which the application may not, so that two at once cannot both take the last of it.
create function catalog.refuse_more_than_a_lot() returns trigger language plpgsql security definer
    set search_path = pg_catalog, pg_temp as $$
declare
    harvested bigint;
begin
    select grams into harvested from catalog.lot where id = new.lot_id for no key update;
    if not new.beyond and new.grams + coalesce(
            (select sum(grams) from catalog.lot_use where lot_id = new.lot_id), 0) > harvested then
        raise exception 'lot % does not have that much', new.lot_id
            using errcode = 'check_violation', constraint = 'lot_never_more_than_harvested';
    end if;
    return new;
end $$;
create trigger lot_never_more_than_harvested before insert on catalog.lot_use
    for each row execute function catalog.refuse_more_than_a_lot();
