create table orders.payment (
    id            uuid primary key,
    payable_kind  text   not null,
    payable_id    uuid   not null,
    payer_id      uuid   not null,
    fen           bigint not null check (fen > 0),
    currency      char(3) not null default 'CNY',
    state         text   not null check (state in ('OPEN', 'FAILED', 'TAKEN', 'UNWANTED')),
    -- why it failed or why the money was not wanted
    reason        text,
    -- the number of the idempotency key pay:{id}:{attempt}, stored before the bank is called
    attempt       int    not null default 1,
    return_to     text   not null,
    bank_session  text,
    bank_intent   text,
    bank_page     text,
    expires_at    timestamptz not null,
    opened_at     timestamptz not null,
    received_fen  bigint check (received_fen > 0),
    settled_at    timestamptz,
    checks        int    not null default 0,
    next_check_at timestamptz,
    -- the day of the bank file that showed the money
    in_file       date,
    check ((state in ('TAKEN', 'UNWANTED')) = (received_fen is not null and settled_at is not null)),
    check (state <> 'TAKEN' or received_fen = fen)
);
create index payment_payable on orders.payment (payable_kind, payable_id, opened_at desc);
create unique index payment_open_once on orders.payment (payable_kind, payable_id) where state = 'OPEN';
create unique index payment_taken_once on orders.payment (payable_kind, payable_id) where state = 'TAKEN';
create index payment_due on orders.payment (next_check_at) where next_check_at is not null;
create index payment_not_in_file on orders.payment (settled_at)
    where state in ('TAKEN', 'UNWANTED') and in_file is null;

-- Certainty only grows: open, failed, settled. The database refuses a step back whoever asks.
create function orders.payment_only_forward() returns trigger language plpgsql as $$
begin
    if old.state in ('TAKEN', 'UNWANTED') and (new.state <> old.state or new.received_fen <> old.received_fen)
       or old.state = 'FAILED' and new.state = 'OPEN'
       or new.fen <> old.fen then
        raise exception 'payment % cannot go from % to %', old.id, old.state, new.state
            using errcode = 'check_violation', constraint = 'payment_only_forward';
    end if;
    return new;
end $$;
create trigger payment_only_forward before update on orders.payment
    for each row execute function orders.payment_only_forward();

-- Notices are written here before they are answered; each is a hint to ask the bank, never a fact by itself.
create table orders.payment_notice (
    channel     text not null,
    event_id    text not null,
    type        text not null,
    payment_id  uuid,
    refund_id   uuid,
    payload     bytea not null,
    received_at timestamptz not null,
    state       text not null default 'NEW' check (state in ('NEW', 'DONE', 'IGNORED', 'PARKED')),
    tries       int  not null default 0,
    due_at      timestamptz not null,
    primary key (channel, event_id)
);
create index payment_notice_due on orders.payment_notice (due_at) where state = 'NEW';

create table orders.refund (
    id         uuid primary key,
    payment_id uuid   not null references orders.payment,
    fen        bigint not null check (fen > 0),
    currency   char(3) not null default 'CNY',
    bank_intent text  not null,
    reason     text   not null,
    -- INSTRUCTED: not known to be at the bank; PENDING: the bank has it; DONE, FAILED: the bank's last word
    state      text   not null check (state in ('INSTRUCTED', 'PENDING', 'DONE', 'FAILED')),
    attempt    int    not null default 1,
    bank_ref   text,
    tries      int    not null default 0,
    due_at     timestamptz,
    trouble    text,
    created_at timestamptz not null,
    done_at    timestamptz,
    in_file    date
);
create index refund_payment on orders.refund (payment_id);
create index refund_due on orders.refund (due_at) where due_at is not null;

revoke delete, truncate on orders.payment, orders.payment_notice, orders.refund from terrace_app;
