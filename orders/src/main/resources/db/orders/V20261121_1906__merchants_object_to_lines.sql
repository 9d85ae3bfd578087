-- A merchant objects to a line of a statement; an operator answers. Once for each line.
create table orders.objection (
    id          uuid primary key,
    merchant_id uuid not null,
    journal_id  uuid not null references orders.journal,
    words       text not null check (length(btrim(words)) between 5 and 500),
    raised_by   uuid not null,
    raised_at   timestamptz not null,
    answer      text check (length(btrim(answer)) between 5 and 500),
    -- whether the merchant is right
    upheld      boolean,
    answered_by uuid,
    answered_at timestamptz,
    unique (merchant_id, journal_id),
    check (num_nulls(answer, upheld, answered_by, answered_at) in (0, 4))
);
create index objection_open on orders.objection (raised_at) where answer is null;
create index objection_newest on orders.objection (raised_at desc);
revoke update, delete, truncate on orders.objection from terrace_app;
grant update (answer, upheld, answered_by, answered_at) on orders.objection to terrace_app;

-- what was posted to an account, by the moment it was written down: a statement of a past month never changes
create index bank_line_fee on orders.bank_line (our_ref) where fee_fen > 0;
