-- A copy of what the passport said when the goods were sent; a line may come from several lots, or from none known.
create table orders.order_line_lot (
    order_id uuid not null,
    position int not null,
    lot_id uuid not null,
    code text not null check (code ~ '^[0-9A-Z]{8}$'),
    harvested_on date not null,
    quantity int not null check (quantity > 0),
    primary key (order_id, position, lot_id),
    foreign key (order_id, position) references orders.order_line
);
revoke update, delete, truncate on orders.order_line_lot from terrace_app;

-- never filled in: one line may need more than one
alter table orders.order_line drop column lot_id;
