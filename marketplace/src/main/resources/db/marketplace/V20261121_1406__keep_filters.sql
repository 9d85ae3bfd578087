-- What somebody looks at again and again, by a name of their own.
create table marketplace.saved_filter (
    account_id uuid not null references marketplace.account,
    place text not null check (place in ('ORDERS', 'LISTINGS')),
    name text not null check (char_length(name) between 1 and 20),
    query text not null check (char_length(query) <= 300),
    saved_at timestamptz not null default marketplace.clock_now(),
    primary key (account_id, place, name)
);
