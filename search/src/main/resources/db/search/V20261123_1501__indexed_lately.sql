-- Elasticsearch keeps what it was told on its disk only after some seconds. Until a while after that a listing stays
-- on the list as indexed, and is indexed again when Elasticsearch was away in between.
alter table search.waiting_listing add column indexed_at timestamptz;
comment on column search.waiting_listing.indexed_at is 'null while it waits to be indexed; real time';

drop index search.waiting_listing_turn;
create index waiting_listing_turn on search.waiting_listing (turn) where indexed_at is null;
create index waiting_listing_indexed on search.waiting_listing (indexed_at) where indexed_at is not null;
