-- A purchase made for an organisation: within its buyer's limit, or waiting for another person's word.
create table orders.purchase_approval (
    purchase_id  uuid primary key references orders.purchase,
    purchaser_id uuid not null,
    buyer_id     uuid not null,
    fen          bigint not null check (fen > 0),
    limit_fen    bigint not null check (limit_fen >= 0),
    state        text not null check (state in ('WITHIN_LIMIT', 'ASKED', 'APPROVED', 'REFUSED')),
    asked_at     timestamptz not null default marketplace.clock_now(),
    decided_by   uuid,
    decided_at   timestamptz,
    reason       text not null default '' check (length(reason) <= 200),
    check ((state in ('APPROVED', 'REFUSED')) = (decided_by is not null)),
    check ((decided_by is null) = (decided_at is null)),
    constraint nobody_approves_their_own check (decided_by <> buyer_id),
    check (state <> 'REFUSED' or reason <> '')
);
create index purchase_approval_of on orders.purchase_approval (purchaser_id, asked_at desc);
create index purchase_approval_by on orders.purchase_approval (buyer_id, asked_at);
-- A word given once stands.
revoke update, delete, truncate on orders.purchase_approval from terrace_app;
grant update (state, decided_by, decided_at, reason) on orders.purchase_approval to terrace_app;
create function orders.refuse_second_word() returns trigger
    language plpgsql as $$
begin
    raise exception 'the purchase % is % already', old.purchase_id, old.state using errcode = 'check_violation';
end $$;
create trigger purchase_approval_once before update on orders.purchase_approval
    for each row when (old.state <> 'ASKED') execute function orders.refuse_second_word();
