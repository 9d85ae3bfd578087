-- Outside platforms that are told of facts. The secret is sealed; how far each has come is a number of a fact.
create table marketplace.feed_receiver (
    code          text primary key check (code ~ '^[a-z0-9][a-z0-9-]{1,59}$'),
    name          text not null check (name <> ''),
    sealed_secret bytea not null,
    format        text not null check (format in ('JSON', 'CSV')),
    -- null: it comes and fetches
    push_url      text,
    stopped       boolean not null default false,
    reached       bigint not null default 0 check (reached >= 0),
    -- grows with every resend, so that a delivery under way does not undo it
    turn          int not null default 0,
    tries         int not null default 0,
    due_at        timestamptz,
    succeeded_at  timestamptz,
    trouble       text,
    made_by       text not null,
    made_at       timestamptz not null,
    check ((push_url is null) = (due_at is null))
);
create index feed_receiver_due on marketplace.feed_receiver (due_at) where due_at is not null and not stopped;
revoke delete, truncate on marketplace.feed_receiver from terrace_app;
