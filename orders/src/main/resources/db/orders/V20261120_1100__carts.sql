-- What somebody means to buy. The owner is a member's id or a visitor's; no price is kept, it is read anew.
create table orders.cart_line (
    owner uuid not null,
    sku_id uuid not null,
    quantity int not null check (quantity between 1 and 999),
    put_at timestamptz not null default marketplace.clock_now(),
    primary key (owner, sku_id)
);
