-- What titles mean, by the SHA-256 of the folded text: a rebuild of the index makes none of them again, and a thousand
-- listings of one title share one.
create table search.vector (
    model text not null,
    digest bytea not null check (length(digest) = 32),
    parts bytea not null check (length(parts) = 512),
    primary key (model, digest)
);
comment on column search.vector.parts is '512 signed bytes';

-- Listings whose title has no vector yet. They are indexed without, and again when it is made.
create table search.waiting_vector (
    listing_id uuid primary key,
    text text not null
);
