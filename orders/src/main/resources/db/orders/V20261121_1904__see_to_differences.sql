-- Who sees to a difference with the bank, what was found out, and how it ended.
alter table orders.bank_difference
    add column owner_id uuid,
    add column note text check (length(note) <= 500),
    add column written_off_at timestamptz;
create index bank_difference_open on orders.bank_difference (found_at)
    where cleared_at is null and written_off_at is null;

-- Given up finding, by two persons and for a reason that is kept.
create table orders.write_off (
    id            uuid primary key,
    difference_id uuid   not null references orders.bank_difference,
    -- positive: the bank had more than we; negative: less
    over_fen      bigint not null check (over_fen <> 0),
    reason        text   not null check (length(btrim(reason)) between 5 and 500),
    state         text   not null default 'PROPOSED' check (state in ('PROPOSED', 'APPROVED', 'REFUSED')),
    proposed_by   uuid   not null,
    proposed_at   timestamptz not null,
    decided_by    uuid,
    decided_at    timestamptz,
    constraint write_off_by_two_persons check (decided_by <> proposed_by),
    check ((state = 'PROPOSED') = (decided_by is null)),
    check ((decided_by is null) = (decided_at is null))
);
create unique index write_off_once on orders.write_off (difference_id) where state in ('PROPOSED', 'APPROVED');
revoke update, delete, truncate on orders.write_off from terrace_app;
grant update (state, decided_by, decided_at) on orders.write_off to terrace_app;

-- A day of the market that a person has closed: what was looked at, and the head of the chain of journals at that moment.
create table orders.day_closing (
    day              date primary key,
    file_id          uuid   not null references orders.bank_file,
    lines            int    not null,
    matched          int    not null,
    open_differences int    not null,
    books_sound      boolean not null,
    chain_seq        bigint not null,
    chain_hash       char(64) not null,
    note             text   not null default '' check (length(note) <= 500),
    closed_by        uuid   not null,
    closed_at        timestamptz not null,
    check (books_sound and open_differences = 0 or length(btrim(note)) >= 5)
);
revoke update, delete, truncate on orders.day_closing from terrace_app;
