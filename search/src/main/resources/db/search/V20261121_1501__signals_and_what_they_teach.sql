-- What a member said of personal ranking. A member without a row has not said anything, and it is on.
create table search.personal_choice (
    member_id uuid primary key,
    personal boolean not null,
    changed_at timestamptz not null default marketplace.clock_now()
);

-- What members did with goods, kept for a limited time and only of those who let it be kept.
create table search.signal (
    member_id uuid not null,
    id uuid not null,
    kind text not null check (kind in ('VIEW', 'DWELL', 'SKIP', 'ADD', 'BUY')),
    listing_id uuid not null,
    seconds int not null default 0 check (seconds between 0 and 3600),
    at timestamptz not null,
    day date not null,
    primary key (member_id, id)
);
comment on column search.signal.id is 'minted by the sender, so that the same told twice is one';
-- ignored ten times on one day is ignored once
create unique index signal_skip_daily on search.signal (member_id, listing_id, day) where kind = 'SKIP';
create index signal_recent on search.signal (member_id, at desc) include (kind, listing_id, seconds);
create index signal_at on search.signal (at);

-- Goods paid for together, without whose they were.
create table search.basket_line (
    basket_id uuid not null,
    listing_id uuid not null,
    province_code text not null check (province_code ~ '^[0-9]{2}$'),
    at timestamptz not null,
    primary key (basket_id, listing_id)
);
create index basket_line_at on search.basket_line (at);

-- What is learned from the two above, by a job, as a whole; nothing is lost with these.
create table search.neighbour (
    basis text not null check (basis in ('TOGETHER', 'ALIKE')),
    listing_id uuid not null,
    other_id uuid not null,
    score double precision not null check (score > 0),
    primary key (basis, listing_id, other_id)
);
comment on column search.neighbour.basis is 'TOGETHER: in one basket; ALIKE: looked at, wanted or bought by the same people';

create table search.popular (
    province_code text not null,
    listing_id uuid not null,
    score double precision not null check (score > 0),
    primary key (province_code, listing_id)
);
comment on column search.popular.province_code is 'empty for the whole country';

create table search.habit (
    listing_id uuid primary key,
    buyers bigint not null check (buyers > 0),
    returning_buyers bigint not null check (returning_buyers between 0 and buyers),
    interval_days double precision not null check (interval_days >= 0)
);
comment on column search.habit.interval_days is 'between two purchases of one member, on average; 0 while nobody came back';
