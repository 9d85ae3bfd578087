-- Whose money goes back: a bank that has split a payment takes it from that merchant's part and from no other.
alter table orders.refund add column order_id uuid references orders.customer_order;
