-- The steps a purchase and an order may take: the same table as in PurchaseState and OrderState, compared by a test.
create table orders.state_step (
    kind text not null check (kind in ('purchase', 'order')),
    from_state text not null,
    to_state text not null,
    primary key (kind, from_state, to_state)
);
insert into orders.state_step values
    ('purchase', 'AWAITING_PAYMENT', 'PAID'),
    ('purchase', 'AWAITING_PAYMENT', 'CANCELLED'),
    ('purchase', 'AWAITING_PAYMENT', 'EXPIRED'),
    ('order', 'AWAITING_PAYMENT', 'TO_SHIP'),
    ('order', 'AWAITING_PAYMENT', 'CANCELLED'),
    ('order', 'TO_SHIP', 'SHIPPED'),
    ('order', 'SHIPPED', 'ACCEPTED');
revoke insert, update, delete on orders.state_step from terrace_app;

create function orders.refuse_unknown_step() returns trigger
    language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        raise exception 'a % begins awaiting payment, not %', tg_argv[0], new.state using errcode = 'check_violation';
    end if;
    if not exists (
        select from orders.state_step
        where kind = tg_argv[0] and from_state = old.state and to_state = new.state) then
        raise exception 'no % goes from % to %', tg_argv[0], old.state, new.state using errcode = 'check_violation';
    end if;
    return new;
end $$;

create table orders.purchase (
    id uuid primary key,
    member_id uuid not null,
    state text not null default 'AWAITING_PAYMENT'
        check (state in ('AWAITING_PAYMENT', 'PAID', 'CANCELLED', 'EXPIRED')),
    goods_fen bigint not null check (goods_fen >= 0),
    freight_fen bigint not null check (freight_fen >= 0),
    total_fen bigint not null check (total_fen > 0 and total_fen = goods_fen + freight_fen),
    currency char(3) not null default 'CNY' check (currency = 'CNY'),
    recipient_sealed bytea not null,
    phone_sealed bytea not null,
    street_sealed bytea not null,
    county_code text not null check (length(county_code) = 6),
    placed_at timestamptz not null default marketplace.clock_now(),
    pay_by timestamptz not null,
    paid_at timestamptz,
    paid_by uuid,
    closed_at timestamptz,
    check ((state = 'PAID') = (paid_at is not null)),
    check ((state = 'PAID') = (paid_by is not null)),
    check ((state in ('CANCELLED', 'EXPIRED')) = (closed_at is not null))
) with (fillfactor = 90);
comment on column orders.purchase.paid_by is 'the payment that paid it; any other is sent back';
create index purchase_unpaid on orders.purchase (pay_by) where state = 'AWAITING_PAYMENT';
create trigger purchase_begins before insert on orders.purchase
    for each row when (new.state <> 'AWAITING_PAYMENT') execute function orders.refuse_unknown_step('purchase');
create trigger purchase_steps before update on orders.purchase
    for each row when (new.state <> old.state) execute function orders.refuse_unknown_step('purchase');

create table orders.customer_order (
    id uuid primary key,
    number text not null constraint customer_order_number unique check (number ~ '^[0-9]{16}$'),
    purchase_id uuid not null references orders.purchase,
    member_id uuid not null,
    merchant_id uuid not null,
    state text not null default 'AWAITING_PAYMENT'
        check (state in ('AWAITING_PAYMENT', 'TO_SHIP', 'SHIPPED', 'ACCEPTED', 'CANCELLED')),
    goods_fen bigint not null check (goods_fen >= 0),
    freight_fen bigint not null check (freight_fen >= 0),
    total_fen bigint not null check (total_fen > 0 and total_fen = goods_fen + freight_fen),
    currency char(3) not null default 'CNY' check (currency = 'CNY'),
    commission_basis_points int not null check (commission_basis_points between 0 and 10000),
    placed_at timestamptz not null,
    paid_at timestamptz,
    courier text check (length(courier) <= 20),
    tracking_number text check (length(tracking_number) <= 40),
    shipped_at timestamptz,
    accept_by timestamptz,
    accepted_at timestamptz,
    closed_at timestamptz,
    unique (purchase_id, merchant_id),
    check ((state in ('TO_SHIP', 'SHIPPED', 'ACCEPTED')) = (paid_at is not null)),
    check (num_nulls(courier, tracking_number, shipped_at, accept_by)
        = case when state in ('SHIPPED', 'ACCEPTED') then 0 else 4 end),
    check ((state = 'ACCEPTED') = (accepted_at is not null)),
    check ((state = 'CANCELLED') = (closed_at is not null))
) with (fillfactor = 80);
create index customer_order_of_member on orders.customer_order (member_id, placed_at desc, id desc);
create index customer_order_of_merchant on orders.customer_order (merchant_id, placed_at desc, id desc);
create index customer_order_of_merchant_by_state
    on orders.customer_order (merchant_id, state, placed_at desc, id desc);
create index customer_order_on_its_way on orders.customer_order (accept_by) where state = 'SHIPPED';
create trigger customer_order_begins before insert on orders.customer_order
    for each row when (new.state <> 'AWAITING_PAYMENT') execute function orders.refuse_unknown_step('order');
create trigger customer_order_steps before update on orders.customer_order
    for each row when (new.state <> old.state) execute function orders.refuse_unknown_step('order');

-- A line keeps its own copy of everything that was promised; the listing may change, this does not.
create table orders.order_line (
    order_id uuid not null references orders.customer_order,
    position int not null check (position >= 1),
    sku_id uuid not null,
    listing_id uuid not null,
    title text not null,
    sku_name text not null,
    grams bigint not null check (grams > 0),
    county_code text not null check (length(county_code) = 6),
    motif text not null,
    lot_id uuid,
    vat_kind text not null,
    price_fen bigint not null check (price_fen >= 0),
    currency char(3) not null default 'CNY' check (currency = 'CNY'),
    quantity int not null check (quantity between 1 and 999),
    amount_fen bigint not null check (amount_fen = price_fen * quantity),
    primary key (order_id, position),
    unique (order_id, sku_id)
);

-- What was agreed is not rewritten: only the columns that tell how it went on may change, and nothing goes away.
revoke update, delete on orders.purchase, orders.customer_order, orders.order_line from terrace_app;
grant update (state, paid_at, paid_by, closed_at) on orders.purchase to terrace_app;
grant update (state, paid_at, courier, tracking_number, shipped_at, accept_by, accepted_at, closed_at)
    on orders.customer_order to terrace_app;
grant update (lot_id) on orders.order_line to terrace_app;
