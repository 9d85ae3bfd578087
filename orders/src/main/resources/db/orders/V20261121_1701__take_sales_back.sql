-- Taking a sale back, line by line: what is refunded goes back to who paid it, once, and never more than came in.

-- A paid order may be called off while nothing was sent.
insert into orders.state_step values ('order', 'TO_SHIP', 'CANCELLED');
do $$
declare
    paid text;
begin
    select conname into strict paid from pg_constraint
        where conrelid = 'orders.customer_order'::regclass and contype = 'c'
            and pg_get_constraintdef(oid) like '%(paid_at IS NOT NULL)%'
            and pg_get_constraintdef(oid) like '%TO_SHIP%';
    execute format('alter table orders.customer_order drop constraint %I', paid);
end $$;
alter table orders.customer_order add constraint customer_order_paid check (
    case when state = 'AWAITING_PAYMENT' then paid_at is null
         when state = 'CANCELLED' then true else paid_at is not null end);

-- One act: so much of an order's lines and freight, for one reason. The key of the request makes it one, however
-- often it is asked for.
create table orders.reversal (
    id             uuid primary key,
    request_key    text not null unique check (length(request_key) between 1 and 100),
    order_id       uuid not null references orders.customer_order,
    cause          text not null check (cause in ('CALLED_OFF', 'GOODWILL', 'CLAIM')),
    reason         text not null check (length(reason) <= 300),
    -- null where time did it
    actor          uuid,
    -- whether the money was the merchant's already
    accepted       boolean not null,
    fen            bigint not null check (fen > 0),
    cash_fen       bigint not null check (cash_fen between 0 and fen),
    commission_fen bigint not null check (commission_fen between 0 and fen),
    -- null where nothing of it had been paid in money
    refund_id      uuid unique references orders.refund,
    at             timestamptz not null default marketplace.clock_now(),
    check ((cash_fen > 0) = (refund_id is not null)),
    check (accepted or commission_fen = 0)
);
create index reversal_order on orders.reversal (order_id, at);

-- To whom each part of it went back; position 0 is the freight.
create table orders.reversal_part (
    reversal_id uuid   not null references orders.reversal,
    position    int    not null check (position >= 0),
    bearer      text   not null check (bearer in ('BUYER', 'PLATFORM', 'ORGANISER', 'POINTS')),
    bearer_id   uuid,
    coupon_id   uuid,
    fen         bigint not null check (fen > 0)
);
create unique index reversal_part_once on orders.reversal_part
    (reversal_id, position, bearer, bearer_id, coupon_id) nulls not distinct;

-- How much of a line has gone back so far. A CHECK sees one row: the bounds are copied here when the first goes back.
create table orders.line_reversed (
    order_id          uuid   not null references orders.customer_order,
    position          int    not null check (position >= 0),
    net_fen           bigint not null check (net_fen >= 0),
    cash_fen          bigint not null check (cash_fen between 0 and net_fen),
    reversed_fen      bigint not null default 0,
    reversed_cash_fen bigint not null default 0,
    primary key (order_id, position),
    constraint line_reversed_at_most_its_price check (reversed_fen between 0 and net_fen),
    constraint line_refunded_at_most_what_was_paid check (reversed_cash_fen between 0 and cash_fen)
);

revoke update, delete, truncate on orders.reversal, orders.reversal_part, orders.line_reversed from terrace_app;
grant update (reversed_fen, reversed_cash_fen) on orders.line_reversed to terrace_app;
