-- A bank's letter may name the payer and the account the money came from: what comes from now on is kept sealed.
alter table orders.payment_notice add column sealed boolean not null default false;
