-- A payer disputes a payment at the bank: the bank takes the money back first and decides later.
create table orders.dispute (
    id               uuid primary key,
    -- the bank's own number of the case
    bank_case        text   not null unique check (length(bank_case) between 1 and 60),
    order_id         uuid   not null references orders.customer_order,
    payment_id       uuid   not null references orders.payment,
    merchant_id      uuid   not null,
    fen              bigint not null check (fen > 0),
    currency         char(3) not null default 'CNY' check (currency = 'CNY'),
    -- what of it the commission bears; the merchant bears the rest
    commission_fen   bigint not null check (commission_fen between 0 and fen),
    reason           text   not null check (length(reason) <= 300),
    state            text   not null default 'OPEN' check (state in ('OPEN', 'WON', 'LOST')),
    opened_by        uuid   not null,
    opened_at        timestamptz not null,
    decided_at       timestamptz,
    -- the days of the bank files that show it taken, and given back
    taken_in_file    date,
    returned_in_file date,
    check ((state = 'OPEN') = (decided_at is null)),
    check (returned_in_file is null or state = 'WON')
);
create index dispute_order on orders.dispute (order_id);
create index dispute_payment on orders.dispute (payment_id);
create index dispute_newest on orders.dispute (opened_at desc);
revoke update, delete, truncate on orders.dispute from terrace_app;
grant update (state, decided_at, taken_in_file, returned_in_file) on orders.dispute to terrace_app;
