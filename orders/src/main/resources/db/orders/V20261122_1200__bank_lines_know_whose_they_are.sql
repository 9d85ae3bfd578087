-- Which payment, refund or payout of ours a line names, however its bank writes our ids: as they are, or as 25 digits and
-- capital letters. What is looked up by our id was not found where a line was written the second way.
alter table orders.bank_line add column our_id uuid;

create function orders.id_of_number(number text) returns uuid language plpgsql immutable as $$
declare
    value numeric := 0;
    hex   text := '';
begin
    for at in 1 .. length(number) loop
        value := value * 36 + position(substr(number, at, 1) in '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ') - 1;
    end loop;
    for at in 1 .. 32 loop
        hex := substr('0123456789abcdef', mod(value, 16)::int + 1, 1) || hex;
        value := div(value, 16);
    end loop;
    -- more than an id holds
    return case when value = 0 then hex::uuid end;
end $$;

update orders.bank_line set our_id = case
    when our_ref ~ '^[0-9A-Z]{25}$' then orders.id_of_number(our_ref)
    when our_ref ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then our_ref::uuid end;

drop function orders.id_of_number(text);
drop index orders.bank_line_ours;
create index bank_line_our_id on orders.bank_line (our_id) where our_id is not null;
