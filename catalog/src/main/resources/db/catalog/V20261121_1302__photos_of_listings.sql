-- the first photo of what is on sale; empty while a drawing stands for the goods
alter table listing add column cover text not null default '' check (cover = '' or cover ~ '^photo-[0-9a-f]{32}$');

-- the fields are those of Change.Field; a list of them here too would only go stale
alter table review_change drop constraint review_change_field_check;
alter table review_change add constraint review_change_field_check check (field ~ '^[A-Z_]+$');

-- a cut of a photo: three files under one name that never change
create table photo_file (
    name text primary key check (name ~ '^photo-[0-9a-f]{32}$'),
    listing_id uuid not null references listing,
    -- once on sale it stays for everybody: orders show it
    released boolean not null default false,
    made_at timestamptz not null default marketplace.clock_now()
);
create index photo_file_listing on photo_file (listing_id);
create index photo_file_unreleased on photo_file (made_at) where not released;

-- what a merchant has on the desk for a listing
create table photo (
    id uuid primary key,
    listing_id uuid not null references listing,
    name text not null references photo_file,
    -- of the whole photo, which is kept for other cuts
    whole_key text not null,
    whole_hash text not null,
    width integer not null check (width > 0),
    height integer not null check (height > 0),
    alt text not null default '' check (char_length(alt) <= 100),
    zoom integer not null default 100 check (zoom between 100 and 300),
    across integer not null default 50 check (across between 0 and 100),
    down integer not null default 50 check (down between 0 and 100),
    position integer not null,
    added_by uuid not null,
    added_at timestamptz not null default marketplace.clock_now(),
    unique (listing_id, whole_hash),
    unique (listing_id, position) deferrable initially deferred
);

-- what shoppers see of it
create table shown_photo (
    listing_id uuid not null references listing,
    position integer not null,
    name text not null references photo_file,
    alt text not null check (char_length(alt) between 1 and 100),
    primary key (listing_id, position)
);

-- whole photos taken off a desk; removed after a grace time
create table photo_leaving (
    whole_key text primary key,
    since timestamptz not null default marketplace.clock_now()
);
create index photo_leaving_since on photo_leaving (since);
