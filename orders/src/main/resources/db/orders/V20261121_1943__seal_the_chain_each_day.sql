-- The head of the chain as it stood after a business day, signed, to be kept outside this database.
create table orders.chain_seal (
    day        date primary key,
    seq        bigint not null check (seq > 0),
    hash       text not null check (hash ~ '^[0-9a-f]{64}$'),
    signature  bytea not null,
    public_key text not null,
    signed_at  timestamptz not null default marketplace.clock_now()
);
revoke update, delete, truncate on orders.chain_seal from terrace_app;
