-- Fixed when an order is paid, so that a merchant's list of what to send is one index, the latest first.
alter table orders.customer_order add column ship_by timestamptz;
update orders.customer_order set ship_by = paid_at + interval '48 hours' where paid_at is not null;
alter table orders.customer_order add constraint customer_order_ship_by check ((paid_at is null) = (ship_by is null));
grant update (ship_by) on orders.customer_order to terrace_app;

create index customer_order_to_send on orders.customer_order (merchant_id, ship_by, id) where state = 'TO_SHIP';
create index customer_order_in_escrow on orders.customer_order (merchant_id) include (total_fen)
    where state in ('TO_SHIP', 'SHIPPED');
