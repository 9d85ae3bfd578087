-- The gateway a payment is paid by; those before this day went the one way there was.
alter table orders.payment add column channel text not null default 'stripe' check (channel ~ '^[a-z]{2,20}$');
alter table orders.refund add column channel text not null default 'stripe' check (channel ~ '^[a-z]{2,20}$');

-- A payment cannot change the bank it is asked about.
create function orders.payment_keeps_its_channel() returns trigger language plpgsql as $$
begin
    raise exception 'payment % cannot change its channel', old.id
        using errcode = 'check_violation', constraint = 'payment_keeps_its_channel';
end $$;
create trigger payment_keeps_its_channel before update on orders.payment
    for each row when (old.channel is distinct from new.channel) execute function orders.payment_keeps_its_channel();
