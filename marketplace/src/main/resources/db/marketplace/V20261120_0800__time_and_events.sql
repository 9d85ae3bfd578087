-- The market's clock: real time plus an offset that only a demo market or a test may set.
create table marketplace.clock_setting (
    only_row boolean primary key default true check (only_row),
    ahead interval not null default interval '0',
    may_be_shifted boolean not null default false
);
insert into marketplace.clock_setting default values;
revoke insert, update, delete on marketplace.clock_setting from terrace_app;

create function marketplace.clock_now() returns timestamptz
    language sql volatile
    return clock_timestamp() + (select ahead from marketplace.clock_setting);

create function marketplace.shift_clock(milliseconds bigint) returns void
    language plpgsql security definer set search_path = marketplace, pg_temp as $$
begin
    if not (select may_be_shifted from marketplace.clock_setting) then
        raise exception 'the clock may not be shifted in this market';
    end if;
    update marketplace.clock_setting set ahead = milliseconds * interval '1 millisecond';
end $$;

-- Events, written in the transaction of the change they tell of. Partitioned by real time, so that what is
-- delivered goes away by dropping a table. Queue times are real times: shifting the market's clock moves no delivery.
create table marketplace.event (
    id uuid not null,
    published_at timestamptz not null default clock_timestamp(),
    name text not null check (length(name) <= 100),
    payload jsonb not null,
    primary key (id, published_at)
) partition by range (published_at);

create table marketplace.event_waiting (
    event_id uuid primary key,
    published_at timestamptz not null
);
comment on table marketplace.event_waiting is 'events that no worker has yet handed out to the subscribers';

create table marketplace.event_delivery (
    event_id uuid not null,
    published_at timestamptz not null,
    subscriber text not null check (length(subscriber) <= 100),
    attempts int not null default 0,
    due_at timestamptz not null default clock_timestamp(),
    parked_at timestamptz,
    last_error text,
    primary key (event_id, subscriber)
);
create index event_delivery_due on marketplace.event_delivery (due_at) where parked_at is null;
create index event_delivery_parked on marketplace.event_delivery (parked_at) where parked_at is not null;
comment on table marketplace.event_delivery is 'what is still owed to a subscriber; a delivery that succeeded is gone';

-- Makes the partitions of the coming weeks; the owner's work, so it runs with the owner's rights.
create function marketplace.make_event_partitions() returns void
    language plpgsql security definer set search_path = marketplace, pg_temp as $$
declare
    week date;
begin
    for week in select date_trunc('week', now())::date + 7 * n from generate_series(0, 3) as n loop
        execute format(
            'create table if not exists marketplace.event_%s partition of marketplace.event for values from (%L) to (%L)',
            to_char(week, 'YYYYMMDD'), week, week + 7);
    end loop;
end $$;
select marketplace.make_event_partitions();

-- Drops weeks older than the given age in which nothing is owed to anybody any more.
create function marketplace.drop_delivered_events(older_than interval) returns int
    language plpgsql security definer set search_path = marketplace, pg_temp as $$
declare
    part record;
    dropped int := 0;
    oldest_owed timestamptz := least(
        (select min(published_at) from marketplace.event_delivery),
        (select min(published_at) from marketplace.event_waiting));
begin
    for part in
        select c.relname, to_date(right(c.relname, 8), 'YYYYMMDD') + 7 as ends
        from pg_inherits i join pg_class c on c.oid = i.inhrelid
        where i.inhparent = 'marketplace.event'::regclass
    loop
        if part.ends < clock_timestamp() - older_than and (oldest_owed is null or part.ends <= oldest_owed) then
            execute format('drop table marketplace.%I', part.relname);
            dropped := dropped + 1;
        end if;
    end loop;
    return dropped;
end $$;

-- db-scheduler's table, in its own column names.
create table marketplace.scheduled_task (
    task_name text not null,
    task_instance text not null,
    task_data bytea,
    execution_time timestamptz not null,
    picked boolean not null,
    picked_by text,
    last_success timestamptz,
    last_failure timestamptz,
    consecutive_failures int,
    last_heartbeat timestamptz,
    version bigint not null,
    priority smallint,
    primary key (task_name, task_instance)
);
create index scheduled_task_execution_time on marketplace.scheduled_task (execution_time);
create index scheduled_task_last_heartbeat on marketplace.scheduled_task (last_heartbeat);
