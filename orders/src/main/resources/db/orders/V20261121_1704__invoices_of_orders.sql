-- What a buyer wants an invoice (数电发票) to say, and what the merchant issued. One for each order.
create table orders.invoice (
    id           uuid primary key,
    order_id     uuid not null unique references orders.customer_order,
    member_id    uuid not null,
    merchant_id  uuid not null,
    -- 普通发票 or 增值税专用发票, which only a company can use
    kind         text not null check (kind in ('GENERAL', 'SPECIAL')),
    company      boolean not null,
    title_sealed bytea not null,
    tax_number   text not null default '' check (length(tax_number) <= 20),
    asked_at     timestamptz not null default marketplace.clock_now(),
    -- as the tax office numbered it
    number       text unique check (number ~ '^[0-9]{20}$'),
    issued_on    date,
    issued_by    uuid,
    issued_at    timestamptz,
    check (company = (tax_number <> '')),
    check (kind = 'GENERAL' or company),
    check (num_nulls(number, issued_on, issued_by, issued_at) in (0, 4))
);
create index invoice_merchant on orders.invoice (merchant_id, id);
create index invoice_waiting on orders.invoice (merchant_id, asked_at, id) where number is null;

-- What was invoiced, as it stood when it was: what buyers paid in money, less what had been refunded of it.
create table orders.invoice_line (
    invoice_id uuid not null references orders.invoice,
    -- 0 is the freight
    position   int  not null check (position >= 0),
    title      text not null,
    quantity   int  not null check (quantity > 0),
    vat_kind   text not null,
    basis_points int not null check (basis_points between 0 and 10000),
    fen        bigint not null check (fen > 0),
    tax_fen    bigint not null check (tax_fen between 0 and fen),
    primary key (invoice_id, position)
);

revoke update, delete, truncate on orders.invoice, orders.invoice_line from terrace_app;
grant update (number, issued_on, issued_by, issued_at) on orders.invoice to terrace_app;
-- Issued once, it stays as it is: what is refunded later is for a red-letter invoice at the tax office.
create function orders.invoice_issued_once() returns trigger language plpgsql as $$
begin
    raise exception 'invoice % is issued', old.id using errcode = 'check_violation', constraint = 'invoice_issued_once';
end $$;
create trigger invoice_issued_once before update on orders.invoice
    for each row when (old.number is not null) execute function orders.invoice_issued_once();
