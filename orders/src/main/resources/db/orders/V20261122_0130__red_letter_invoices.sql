-- What is refunded after it was invoiced is taken back by a red-letter invoice (红字发票), which the tax office numbers too.
create table orders.red_invoice (
    id         uuid primary key,
    invoice_id uuid not null references orders.invoice,
    number     text not null unique check (number ~ '^[0-9]{20}$'),
    issued_on  date not null,
    issued_by  uuid not null,
    issued_at  timestamptz not null default marketplace.clock_now()
);
create index red_invoice_of on orders.red_invoice (invoice_id);

create table orders.red_invoice_line (
    red_id   uuid not null references orders.red_invoice,
    -- of the invoice; 0 is the freight
    position int  not null,
    fen      bigint not null check (fen > 0),
    tax_fen  bigint not null check (tax_fen between 0 and fen),
    primary key (red_id, position)
);
revoke update, delete, truncate on orders.red_invoice, orders.red_invoice_line from terrace_app;

-- All that is taken back of a line is never more than was invoiced of it.
create function orders.red_invoice_within() returns trigger language plpgsql as $$
begin
    if exists (
        select from orders.red_invoice mine
        join orders.red_invoice r on r.invoice_id = mine.invoice_id
        join orders.red_invoice_line l on l.red_id = r.id and l.position = new.position
        left join orders.invoice_line i on i.invoice_id = mine.invoice_id and i.position = new.position
        where mine.id = new.red_id
        group by i.fen, i.tax_fen
        having i.fen is null or sum(l.fen) > i.fen or sum(l.tax_fen) > i.tax_fen) then
        raise exception 'more is taken back than was invoiced'
            using errcode = 'check_violation', constraint = 'red_invoice_within';
    end if;
    return new;
end $$;
create trigger red_invoice_within after insert on orders.red_invoice_line
    for each row execute function orders.red_invoice_within();
