-- What a member says of goods they received: once a line, never changed. Its author is kept as others may read it.
create table orders.review (
    id            uuid primary key,
    order_id      uuid not null,
    position      int  not null,
    listing_id    uuid not null,
    merchant_id   uuid not null,
    member_id     uuid not null,
    author        text not null check (length(author) <= 10),
    sku_name      text not null,
    stars         int  not null check (stars between 1 and 5),
    text          text not null check (length(text) <= 1000),
    photos        text[] not null default '{}' check (cardinality(photos) <= 6),
    written_at    timestamptz not null default marketplace.clock_now(),
    -- the merchant's one reply
    reply         text not null default '' check (length(reply) <= 500),
    replied_by    uuid,
    replied_at    timestamptz,
    -- when it was first reported since an operator last looked
    reported_at   timestamptz,
    -- why an operator hides it; empty while it is shown
    hidden_reason text not null default '' check (length(hidden_reason) <= 200),
    foreign key (order_id, position) references orders.order_line,
    unique (order_id, position),
    check (num_nulls(replied_by, replied_at) in (0, 2)),
    check ((reply = '') = (replied_at is null))
);
create index review_shown on orders.review (listing_id, id) include (stars) where hidden_reason = '';
create index review_merchant on orders.review (merchant_id, id);
create index review_reported on orders.review (reported_at, id) where reported_at is not null;

create table orders.review_report (
    review_id  uuid not null references orders.review,
    account_id uuid not null,
    reason     text not null check (length(reason) between 1 and 200),
    at         timestamptz not null default marketplace.clock_now(),
    primary key (review_id, account_id)
);

revoke update, delete, truncate on orders.review from terrace_app;
grant update (reply, replied_by, replied_at, reported_at, hidden_reason) on orders.review to terrace_app;
revoke update, delete, truncate on orders.review_report from terrace_app;

-- Said once, it stays said.
create function orders.review_one_reply() returns trigger language plpgsql as $$
begin
    raise exception 'review % has its reply', old.id using errcode = 'check_violation', constraint = 'review_one_reply';
end $$;
create trigger review_one_reply before update on orders.review
    for each row when (old.reply <> '' and new.reply <> old.reply) execute function orders.review_one_reply();
