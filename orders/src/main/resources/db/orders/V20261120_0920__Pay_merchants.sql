create table orders.payout (
    id          uuid primary key,
    merchant_id uuid   not null,
    fen         bigint not null check (fen > 0),
    currency    char(3) not null default 'CNY',
    -- the merchant's account at the bank when the instruction was given
    destination text   not null,
    operator_id uuid   not null,
    -- INSTRUCTED: not known to be at the bank; SENT: the bank has it; RETURNED: the bank will not pay, the money is available again
    state       text   not null check (state in ('INSTRUCTED', 'SENT', 'RETURNED')),
    attempt     int    not null default 1,
    bank_ref    text,
    tries       int    not null default 0,
    due_at      timestamptz,
    trouble     text,
    created_at  timestamptz not null,
    sent_at     timestamptz,
    in_file     date
);
create index payout_merchant on orders.payout (merchant_id, created_at desc);
create index payout_due on orders.payout (due_at) where due_at is not null;

revoke delete, truncate on orders.payout from terrace_app;
