-- What was found when the books were last looked through.
create table orders.books_check (
    id         uuid primary key,
    checked_at timestamptz not null,
    -- all of the books, not only what was posted lately
    whole      boolean not null,
    took_ms    int     not null
);
create index books_check_newest on orders.books_check (checked_at desc);

-- Only what is not as it must be.
create table orders.books_finding (
    check_id  uuid not null references orders.books_check,
    invariant text not null,
    off       bigint not null check (off <> 0),
    sample    text not null,
    primary key (check_id, invariant)
);
revoke update, truncate on orders.books_check, orders.books_finding from terrace_app;
