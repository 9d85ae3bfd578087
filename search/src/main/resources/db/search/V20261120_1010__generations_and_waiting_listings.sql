-- One row for each index that stands or is being built in Elasticsearch. The alias "listings" points at the live one.
create sequence search.generation_number;

create table search.generation (
    number int primary key,
    state text not null default 'BUILDING' check (state in ('BUILDING', 'LIVE', 'RETIRED')),
    mapping text not null,
    resume_after uuid,
    listings bigint not null default 0 check (listings >= 0),
    changed_at timestamptz not null default clock_timestamp()
);
create unique index generation_live on search.generation (state) where state = 'LIVE';
create unique index generation_building on search.generation (state) where state = 'BUILDING';
comment on column search.generation.mapping is 'digest of the mapping it was made with; another mapping asks for a new generation';
comment on column search.generation.resume_after is 'while building: listings up to this id are in';

-- Listings that changed and are not yet indexed. Elasticsearch is never called inside a transaction, so a change is
-- noted here with the event and carried over afterwards; while Elasticsearch is away, they gather here.
create sequence search.waiting_turn;

create table search.waiting_listing (
    listing_id uuid primary key,
    turn bigint not null default nextval('search.waiting_turn')
);
create index waiting_listing_turn on search.waiting_listing (turn);
comment on column search.waiting_listing.turn is 'renewed with each change, so that a change during indexing is not taken for done';
