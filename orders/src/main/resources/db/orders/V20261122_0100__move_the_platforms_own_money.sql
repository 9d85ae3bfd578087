-- Money of the platform's own that the bank is told to move: what it bears of prices into custody, commission out of it.
create table orders.own_move (
    id         uuid primary key,
    kind       text   not null check (kind in ('TOP_UP', 'SWEEP')),
    -- the business day it was reckoned on
    day        date   not null,
    fen        bigint not null check (fen > 0),
    currency   char(3) not null default 'CNY' check (currency = 'CNY'),
    state      text   not null check (state in ('INSTRUCTED', 'SENT', 'REFUSED')),
    attempt    int    not null default 1,
    bank_ref   text,
    tries      int    not null,
    due_at     timestamptz,
    trouble    text,
    created_at timestamptz not null,
    sent_at    timestamptz,
    in_file    date,
    -- one of a kind each day, however many reckon it
    constraint own_move_once_a_day unique (kind, day),
    check ((state = 'SENT') = (sent_at is not null and bank_ref is not null)),
    check ((state = 'INSTRUCTED') = (due_at is not null)),
    check (in_file is null or state = 'SENT')
);
create index own_move_due on orders.own_move (due_at) where due_at is not null;
create index own_move_not_in_file on orders.own_move (sent_at) where in_file is null and state <> 'REFUSED';

revoke update, delete, truncate on orders.own_move from terrace_app;
grant update (state, attempt, bank_ref, tries, due_at, trouble, sent_at, in_file) on orders.own_move to terrace_app;
