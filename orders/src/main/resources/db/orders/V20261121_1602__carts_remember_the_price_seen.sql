-- What a unit cost when it was put into the cart, so that a price that moved since is said; never what is charged.
alter table orders.cart_line add column seen_fen bigint check (seen_fen >= 0);
-- lines nobody touched for long are cleared away, oldest first
create index cart_line_put on orders.cart_line (put_at);
