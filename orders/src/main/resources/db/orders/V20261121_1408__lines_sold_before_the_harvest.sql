-- The day the buyer was told the goods are sent from; null for goods that were there.
alter table orders.order_line add column ships_from date;
create index order_line_early on orders.order_line (sku_id, ships_from) where ships_from is not null;
