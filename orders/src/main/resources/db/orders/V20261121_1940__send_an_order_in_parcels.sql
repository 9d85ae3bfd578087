-- An order may be sent in several parcels; until the last of it is sent it is partly shipped.
alter table orders.customer_order drop constraint customer_order_state_check;
alter table orders.customer_order add constraint customer_order_state_check
    check (state in ('AWAITING_PAYMENT', 'TO_SHIP', 'PARTLY_SHIPPED', 'SHIPPED', 'ACCEPTED', 'CANCELLED'));
insert into orders.state_step values
    ('order', 'TO_SHIP', 'PARTLY_SHIPPED'),
    ('order', 'PARTLY_SHIPPED', 'SHIPPED');

drop index orders.customer_order_to_send;
create index customer_order_to_send on orders.customer_order (merchant_id, ship_by, id)
    where state in ('TO_SHIP', 'PARTLY_SHIPPED');
drop index orders.customer_order_in_escrow;
create index customer_order_in_escrow on orders.customer_order (merchant_id) include (total_fen, discount_fen)
    where state in ('TO_SHIP', 'PARTLY_SHIPPED', 'SHIPPED');

create table orders.parcel (
    order_id uuid not null references orders.customer_order,
    number int not null check (number between 1 and 20),
    courier text not null check (length(courier) <= 20),
    tracking_number text not null check (length(tracking_number) <= 40),
    sent_at timestamptz not null default marketplace.clock_now(),
    primary key (order_id, number),
    unique (order_id, courier, tracking_number)
);
create table orders.parcel_line (
    order_id uuid not null,
    number int not null,
    position int not null,
    quantity int not null check (quantity > 0),
    primary key (order_id, number, position),
    foreign key (order_id, number) references orders.parcel,
    foreign key (order_id, position) references orders.order_line
);

-- what was sent so far went in one parcel
insert into orders.parcel (order_id, number, courier, tracking_number, sent_at)
    select id, 1, courier, tracking_number, shipped_at from orders.customer_order where courier is not null;
insert into orders.parcel_line (order_id, number, position, quantity)
    select l.order_id, 1, l.position, l.quantity
    from orders.order_line l join orders.parcel p on p.order_id = l.order_id;

-- Who adds a parcel holds the order's row, so that the sum cannot move meanwhile.
create function orders.refuse_more_than_bought() returns trigger
    language plpgsql as $$
begin
    if (select sum(quantity) from orders.parcel_line where order_id = new.order_id and position = new.position)
        > (select quantity from orders.order_line where order_id = new.order_id and position = new.position) then
        raise exception 'more of line % of order % was sent than bought', new.position, new.order_id
            using errcode = 'check_violation';
    end if;
    return null;
end $$;
create trigger parcel_line_at_most_what_was_bought after insert on orders.parcel_line
    for each row execute function orders.refuse_more_than_bought();
revoke update, delete, truncate on orders.parcel, orders.parcel_line from terrace_app;

-- the goods of one lot may travel in more than one parcel
alter table orders.order_line_lot add column parcel int not null default 1;
alter table orders.order_line_lot drop constraint order_line_lot_pkey;
alter table orders.order_line_lot add primary key (order_id, position, lot_id, parcel);
