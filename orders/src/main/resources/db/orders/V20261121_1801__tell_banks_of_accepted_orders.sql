-- Orders accepted whose payment the bank has split: it pays a merchant's part on only after it has heard of it.
create table orders.clearing (
    order_id    uuid primary key references orders.customer_order,
    payment_id  uuid not null references orders.payment,
    channel     text not null,
    accepted_on date not null,
    state       text not null check (state in ('WAITING', 'TOLD', 'REFUSED')),
    tries       int  not null default 0,
    due_at      timestamptz,
    trouble     text,
    check ((state = 'WAITING') = (due_at is not null))
);
create index clearing_due on orders.clearing (due_at) where due_at is not null;
revoke delete, truncate on orders.clearing from terrace_app;
