-- A sheet of tracking numbers: checked when it is handed in, its good rows sent when the merchant says so. Neither
-- recipients nor anything else of the file is kept but what is needed to send.
create table orders.shipment_sheet (
    id uuid primary key,
    merchant_id uuid not null,
    actor uuid not null,
    received_at timestamptz not null default marketplace.clock_now()
);
create index shipment_sheet_merchant on orders.shipment_sheet (merchant_id, received_at desc);

create table orders.shipment_sheet_row (
    sheet_id uuid not null references orders.shipment_sheet,
    number int not null check (number > 0),
    order_number text not null,
    courier text not null,
    tracking text not null,
    faults text[] not null,
    outcome text check (outcome in ('SHIPPED', 'SAME', 'REFUSED')),
    primary key (sheet_id, number)
);

-- Who may read recipients for the labels, until when.
create table orders.label_export (
    id uuid primary key,
    merchant_id uuid not null,
    actor uuid not null,
    expires_at timestamptz not null
);

revoke update, delete, truncate on orders.shipment_sheet, orders.label_export from terrace_app;
revoke update, delete, truncate on orders.shipment_sheet_row from terrace_app;
grant update (faults, outcome) on orders.shipment_sheet_row to terrace_app;
