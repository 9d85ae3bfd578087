-- Whether a line may be sent back without a reason, as its buyer was told when it was paid.
create table orders.return_term (
    order_id   uuid not null,
    position   int  not null,
    returnable boolean not null,
    primary key (order_id, position),
    foreign key (order_id, position) references orders.order_line
);
revoke update, delete, truncate on orders.return_term from terrace_app;

-- The steps a claim may take: the same table as in ClaimState, compared by a test.
create table orders.claim_step (
    from_state text not null,
    to_state   text not null,
    primary key (from_state, to_state)
);
insert into orders.claim_step values
    ('WITH_MERCHANT', 'OFFERED'), ('WITH_MERCHANT', 'REFUSED'), ('WITH_MERCHANT', 'TO_SEND_BACK'),
    ('WITH_MERCHANT', 'REFUNDED'), ('WITH_MERCHANT', 'WITHDRAWN'),
    ('OFFERED', 'REFUNDED'), ('OFFERED', 'IN_MEDIATION'), ('OFFERED', 'WITHDRAWN'),
    ('REFUSED', 'IN_MEDIATION'), ('REFUSED', 'CLOSED'), ('REFUSED', 'WITHDRAWN'),
    ('IN_MEDIATION', 'PROPOSED'), ('IN_MEDIATION', 'IN_ARBITRATION'), ('IN_MEDIATION', 'WITHDRAWN'),
    ('PROPOSED', 'REFUNDED'), ('PROPOSED', 'TO_SEND_BACK'), ('PROPOSED', 'CLOSED'),
    ('PROPOSED', 'IN_ARBITRATION'), ('PROPOSED', 'WITHDRAWN'),
    ('IN_ARBITRATION', 'REFUNDED'), ('IN_ARBITRATION', 'TO_SEND_BACK'), ('IN_ARBITRATION', 'CLOSED'),
    ('IN_ARBITRATION', 'WITHDRAWN'),
    ('TO_SEND_BACK', 'ON_WAY_BACK'), ('TO_SEND_BACK', 'CLOSED'), ('TO_SEND_BACK', 'WITHDRAWN'),
    ('ON_WAY_BACK', 'REFUNDED'), ('ON_WAY_BACK', 'IN_MEDIATION');
revoke insert, update, delete, truncate on orders.claim_step from terrace_app;

create table orders.claim (
    id              uuid primary key,
    number          text not null unique check (number ~ '^[0-9]{12}$'),
    order_id        uuid not null,
    position        int  not null,
    member_id       uuid not null,
    merchant_id     uuid not null,
    kind            text not null check (kind in ('NOT_RECEIVED', 'SPOILED', 'WRONG', 'NO_REASON')),
    quantity        int  not null check (quantity > 0),
    -- for spoiled goods, how much of them
    spoiled         text check (spoiled in ('UP_TO_A_TENTH', 'UP_TO_A_THIRD', 'UP_TO_HALF', 'MORE')),
    asked_fen       bigint not null check (asked_fen > 0),
    -- the sum on the table now, and whether the goods come back for it
    standing_fen    bigint not null check (standing_fen >= 0),
    goods_back      boolean not null,
    state           text not null default 'WITH_MERCHANT',
    -- when silence decides
    due_at          timestamptz,
    member_agrees   boolean not null default false,
    merchant_agrees boolean not null default false,
    mediator_id     uuid,
    arbiter_id      uuid,
    courier         text check (length(courier) <= 20),
    tracking_number text check (length(tracking_number) <= 40),
    reversal_id     uuid unique references orders.reversal,
    -- how many events it has
    events          int not null default 0,
    opened_at       timestamptz not null default marketplace.clock_now(),
    closed_at       timestamptz,
    foreign key (order_id, position) references orders.order_line,
    check ((kind = 'SPOILED') = (spoiled is not null)),
    check ((closed_at is not null) = (state in ('REFUNDED', 'CLOSED', 'WITHDRAWN'))),
    check ((due_at is null) = (closed_at is not null)),
    -- nobody judges what he mediated
    check (arbiter_id <> mediator_id)
);
create unique index claim_one_open on orders.claim (order_id, position) where closed_at is null;
create index claim_order on orders.claim (order_id);
create index claim_due on orders.claim (due_at) where closed_at is null;
create index claim_member on orders.claim (member_id, id);
create index claim_merchant on orders.claim (merchant_id, id);
create index claim_merchant_open on orders.claim (merchant_id, due_at, id) where closed_at is null;
create index claim_court on orders.claim (opened_at, id) where state in ('IN_MEDIATION', 'PROPOSED', 'IN_ARBITRATION');

create function orders.claim_steps() returns trigger language plpgsql as $$
begin
    if not exists (select from orders.claim_step where from_state = old.state and to_state = new.state) then
        raise exception 'no claim goes from % to %', old.state, new.state using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger claim_steps before update on orders.claim
    for each row when (new.state <> old.state) execute function orders.claim_steps();

-- Every step, as both sides see it.
create table orders.claim_event (
    claim_id uuid not null references orders.claim,
    seq      int  not null check (seq > 0),
    at       timestamptz not null default marketplace.clock_now(),
    actor    text not null check (actor in ('MEMBER', 'MERCHANT', 'MEDIATOR', 'ARBITER', 'TIME')),
    actor_id uuid,
    act      text not null,
    fen      bigint check (fen >= 0),
    words    text not null check (length(words) <= 500),
    primary key (claim_id, seq),
    check ((actor = 'TIME') = (actor_id is null))
);
create table orders.claim_photo (
    claim_id uuid not null references orders.claim,
    position int  not null check (position between 1 and 6),
    file_key text not null unique,
    at       timestamptz not null default marketplace.clock_now(),
    primary key (claim_id, position)
);

revoke delete, truncate on orders.claim from terrace_app;
revoke update, delete, truncate on orders.claim_event, orders.claim_photo from terrace_app;
